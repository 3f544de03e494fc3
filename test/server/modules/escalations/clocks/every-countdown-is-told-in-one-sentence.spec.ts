import { describe, expect, it } from "@jest/globals";
import { clockName, clockSentence, faultText } from "../../../../../server/modules/escalations/clock-reading.words.js";
import type { CaseEvent } from "../../../../../server/modules/escalations/domain/clock/case-event.js";
import { CLOCK_KINDS } from "../../../../../server/modules/escalations/domain/clock/clock-plan.js";
import { FAULT_CODES } from "../../../../../server/modules/escalations/domain/policy/policy-faults.js";
import { TEXTS } from "../../../../../server/platform/words/texts.js";
import { BOGOTA } from "./support/calendars.js";
import { bogota, openedAt, planFor, readAt } from "./support/case-story.js";

// Opened on Monday at 15:10, waiting for the debtor from 15:30 to 17:40, closed from 18:00 to 8:00.
const events: CaseEvent[] = [
  ...openedAt("2026-11-30 15:10", planFor(180, { calendar: BOGOTA })),
  { at: bogota("2026-11-30 15:30"), kind: "paused", reason: "debtor", until: null },
  { at: bogota("2026-11-30 17:40"), kind: "unpaused", reason: "debtor" },
];
const reader = { zone: "America/Bogota", now: bogota("2026-12-01 08:30") };

it.each([
  ["en", "paused 2 h 10 min, waiting for the debtor; closed 14 h; due Tue 10:20"],
  ["es", "en pausa 2 h 10 min, en espera del deudor; cerrado 14 h; vence mar 10:20"],
  ["pt-BR", "em pausa 2 h 10 min, à espera do devedor; fechado 14 h; vence ter 10:20"],
])("in %s", (locale, text) => {
  expect(clockSentence(readAt(events, "first_resolution", "2026-12-01 08:30"), { ...reader, locale })).toBe(text);
});

it.each([
  ["2026-11-30 16:00", "paused 30 min, waiting for the debtor; not due while it is paused, 2 h 40 min left"],
  ["2026-12-01 11:00", "paused 2 h 10 min, waiting for the debtor; closed 14 h; overdue since Tue 10:20"],
])("at %s", (now, text) => {
  expect(clockSentence(readAt(events, "first_resolution", now), { ...reader, now: bogota(now), locale: "en" })).toBe(text);
});

it("a day more than a week away is told by its date", () => {
  const far = openedAt("2026-11-30 15:10", planFor(14 * 1_440));
  const now = bogota("2026-11-30 16:00");
  expect(clockSentence(readAt(far, "first_answer", "2026-11-30 16:00"), { ...reader, now, locale: "es" })).toBe("vence 14 dic, 15:10");
});

it("two days and more are told in days", () => {
  const told = (now: string) => clockSentence(readAt(events, "first_resolution", now), { ...reader, now: bogota(now), locale: "en" });
  expect(told("2026-12-03 11:00")).toBe("paused 2 h 10 min, waiting for the debtor; closed 46 h; overdue since Tue 10:20");
  expect(told("2026-12-04 11:00")).toContain("; closed 2 d 14 h; ");
});

describe.each(TEXTS.locales())("in %s there are words for", (locale) => {
  it.each(FAULT_CODES)("the fault %s, with a remedy", (code) => {
    expect(faultText({ code, field: "" }, locale)).toMatch(/^\p{Lu}.+\. \p{Lu}.+\.$|^\p{Lu}.+\.$/u);
    expect(faultText({ code, field: "" }, locale).split(". ").length).toBe(2);
  });

  it.each(CLOCK_KINDS)("the clock %s", (clock) => {
    expect(clockName(clock, locale)).toMatch(/^\p{Lu}/u);
  });
});

import { expect, it } from "@jest/globals";
import { calendarOfVersion } from "../../../../../server/modules/escalations/domain/calendar/calendar-version.js";
import { readClocks } from "../../../../../server/modules/escalations/domain/clock/read-clock.js";
import { levelMarks } from "../../../../../server/modules/escalations/domain/level/due-levels.js";
import { DEFAULT_POLICY, defaultCalendar } from "../../../../../server/modules/escalations/domain/policy/default-policy.js";
import { type CaseFacts, planOf, type PolicyMatch } from "../../../../../server/modules/escalations/domain/policy/escalation-policy.js";
import { matchPolicy } from "../../../../../server/modules/escalations/domain/policy/match-policy.js";
import { bogota } from "./support/case-story.js";

const FACTS: CaseFacts = {
  reason: "question",
  stage: "d31_90",
  amount: 500_000n,
  currency: "COP",
  segments: ["vip"],
  debtorKind: "company",
  channel: "whatsapp",
  language: "es",
};

const fits = (match: PolicyMatch, facts: CaseFacts = FACTS) =>
  matchPolicy({ ...DEFAULT_POLICY, entries: [{ ...DEFAULT_POLICY.entries[0]!, match }] }, facts) !== null;

it.each<PolicyMatch>([
  {},
  { reasons: ["question", "unclear"] },
  { stages: ["d31_90"] },
  { atLeast: { amount: 500_000n, currency: "COP" } },
  { currencies: ["COP", "MXN"] },
  { segments: ["other", "vip"] },
  { debtorKind: "company" },
  { channels: ["whatsapp"] },
  { languages: ["es"] },
])("%p fits", (match) => {
  expect(fits(match)).toBe(true);
});

it.each<PolicyMatch>([
  { reasons: ["dispute"] },
  { stages: ["due"] },
  { atLeast: { amount: 500_001n, currency: "COP" } },
  { atLeast: { amount: 1n, currency: "MXN" } },
  { currencies: ["MXN"] },
  { segments: [] },
  { debtorKind: "person" },
  { channels: ["call"] },
  { languages: ["en"] },
  { reasons: ["question"], languages: ["en"] },
])("%p does not", (match) => {
  expect(fits(match)).toBe(false);
});

it("what is not known about a case never fits", () => {
  const unknown: CaseFacts = { ...FACTS, stage: null, amount: null, currency: null };
  expect(fits({ stages: ["d31_90"] }, unknown)).toBe(false);
  expect(fits({ atLeast: { amount: 0n, currency: "COP" } }, unknown)).toBe(false);
});

it("a question is answered in two desk hours, at the latest in four, and resolved in a day", () => {
  const entry = matchPolicy(DEFAULT_POLICY, FACTS)!;
  expect(entry.name).toBe("inquiry");
  const desk = calendarOfVersion(defaultCalendar("America/Bogota", "CO", ["CO-2300@2026-11-29"]));
  const at = bogota("2026-12-07 17:00");
  const events = [
    { at, kind: "planned", plan: planOf(DEFAULT_POLICY, entry, desk) },
    { at, kind: "opened" },
  ] as const;
  // The 8th is a holiday in Colombia.
  expect(readClocks(events, at)).toMatchObject([
    { clock: "first_answer", due: bogota("2026-12-09 09:00"), plan: "default@1/inquiry", calendar: "desk@1" },
    { clock: "first_resolution", due: bogota("2026-12-08 17:00"), calendar: "always@1" },
    { clock: "total_resolution" },
  ]);
  const firsts = levelMarks(events, entry.levels, at).filter(({ clock }) => clock === "first_answer");
  expect(firsts.map(({ level, dueAt }) => [level.id, dueAt])).toEqual([
    ["first_soon", bogota("2026-12-09 08:30")],
    ["first_missed", bogota("2026-12-09 09:00")],
    ["first_latest", bogota("2026-12-09 11:00")],
  ]);
});

it("a dispute goes to a specialist in an hour", () => {
  const entry = matchPolicy(DEFAULT_POLICY, { ...FACTS, reason: "dispute" })!;
  expect(entry.name).toBe("complex");
  expect(entry.levels[0]).toMatchObject({ id: "specialist", clock: "first_answer", minutes: -60 });
});

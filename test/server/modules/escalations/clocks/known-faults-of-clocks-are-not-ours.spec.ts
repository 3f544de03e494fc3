import { expect, it } from "@jest/globals";
import { clockSentence } from "../../../../../server/modules/escalations/clock-reading.words.js";
import type { CaseEvent } from "../../../../../server/modules/escalations/domain/clock/case-event.js";
import { isOpenAt, openOn } from "../../../../../server/modules/escalations/domain/calendar/working-calendar.js";
import { dueLevels, levelKey, levelMarks, nextWake } from "../../../../../server/modules/escalations/domain/level/due-levels.js";
import { folded, tellingOf } from "../../../../../server/modules/escalations/domain/level/telling.js";
import { BOGOTA, SANTIAGO_ALWAYS } from "./support/calendars.js";
import { bogota, HOURS, levelOf, MINUTES, openedAt, planFor, readAt } from "./support/case-story.js";

const DESK = planFor(120, { calendar: BOGOTA });
const opened = openedAt("2026-11-30 09:00", DESK);
const at = (text: string, event: object) => ({ at: bogota(`2026-11-30 ${text}`), ...event }) as CaseEvent;

it("a late first answer stays a miss and says so", () => {
  const reading = readAt([...opened, at("11:30", { kind: "wrote", author: "person" })], "first_answer", "2026-12-20 10:00");
  expect(reading).toMatchObject({ state: "late", missedAt: bogota("2026-11-30 11:00"), elapsed: 150 * MINUTES });
  const said = clockSentence(reading, { locale: "en", zone: "America/Bogota", now: bogota("2026-12-20 10:00") });
  expect(said).toBe("answered late, after 2 h 30 min instead of 2 h");
});

it("no clock overrules another, and none raises anything once it is answered", () => {
  const events = [...opened, at("09:30", { kind: "debtor_wrote" }), at("10:00", { kind: "wrote", author: "person" })];
  expect(readAt(events, "first_answer", "2026-11-30 17:00").state).toBe("met");
  const levels = [levelOf("first", "first_answer", 0), levelOf("next", "next_answer", 0)];
  expect(levelMarks(events, levels, bogota("2026-11-30 17:00"))).toEqual([]);
});

it.each(["2026-11-30", "2026-04-04", "2026-09-06"])("a calendar that is always open is open through the midnights of %s", (date) => {
  const [day] = openOn(SANTIAGO_ALWAYS, date);
  expect(isOpenAt(SANTIAGO_ALWAYS, day!.start - 1)).toBe(true);
  expect(isOpenAt(SANTIAGO_ALWAYS, day!.end)).toBe(true);
  expect(isOpenAt(SANTIAGO_ALWAYS, day!.end - 1)).toBe(true);
});

it("nobody is told at midnight or on a Sunday", () => {
  const quiet = { typingUntil: null, actedAt: null, anchor: 0 };
  const sunday = bogota("2026-11-29 00:00");
  expect(tellingOf(quiet, BOGOTA, sunday)).toEqual({ kind: "later", at: bogota("2026-11-30 08:00"), because: "closed" });
  expect(tellingOf(quiet, BOGOTA, bogota("2026-11-30 12:30"))).toMatchObject({ at: bogota("2026-11-30 14:00") });
  expect(tellingOf(quiet, null, sunday)).toEqual({ kind: "now" });
});

it("a case that was merged away or deleted raises nothing, and the one that is left waits since the earlier message", () => {
  const level = [levelOf("missed", "first_answer", 0)];
  for (const kind of ["merged", "deleted"]) {
    const gone = [...opened, at("10:00", { kind })];
    expect(readAt(gone, "first_answer", "2026-11-30 17:00").state).toBe("cancelled");
    expect(levelMarks(gone, level, bogota("2026-11-30 17:00"))).toEqual([]);
  }
  const survivor = [...opened, at("09:30", { kind: "absorbed", waitingSince: bogota("2026-11-30 08:20") })];
  expect(readAt(survivor, "first_answer", "2026-11-30 09:40")).toMatchObject({ elapsed: 80 * MINUTES, due: bogota("2026-11-30 10:20") });
});

it("after an answer by whatever channel the next message starts a wait of its own", () => {
  const events = [
    ...opened,
    at("10:00", { kind: "wrote", author: "person" }),
    at("14:10", { kind: "debtor_wrote" }),
    at("14:20", { kind: "debtor_wrote" }),
  ];
  expect(readAt(events, "next_answer", "2026-11-30 14:30")).toMatchObject({ cycle: 1, elapsed: 20 * MINUTES });
});

it("a pause over closed hours moves the due instant by the open ones only, and nothing ticks meanwhile", () => {
  const events = [
    ...opened,
    at("11:30", { kind: "paused", reason: "hold", until: null }),
    at("14:30", { kind: "unpaused", reason: "hold" }),
  ];
  const plan = planFor(240, { calendar: BOGOTA });
  const replanned = [...openedAt("2026-11-30 09:00", plan), ...events.slice(2)];
  // 150 minutes before the pause, half an hour of it before lunch and half an hour after.
  expect(readAt(replanned, "first_resolution", "2026-11-30 13:00")).toMatchObject({ state: "paused", elapsed: 150 * MINUTES, due: null });
  expect(readAt(replanned, "first_resolution", "2026-11-30 14:20").elapsed).toBe(150 * MINUTES);
  const after = readAt(replanned, "first_resolution", "2026-11-30 15:00");
  expect(after).toMatchObject({ elapsed: 180 * MINUTES, closed: 2 * HOURS, due: bogota("2026-11-30 16:00") });
  expect(after.paused).toEqual([{ reason: "hold", time: HOURS }]);
});

it("the gap for lunch does not count", () => {
  expect(readAt(openedAt("2026-11-30 11:00", DESK), "first_answer", "2026-11-30 13:59")).toMatchObject({
    state: "closed",
    elapsed: HOURS,
    due: bogota("2026-11-30 15:00"),
  });
});

it("a hold that begins on a holiday holds on the day after", () => {
  const eve = openedAt("2026-12-07 17:00", planFor(180, { calendar: BOGOTA }));
  const held: CaseEvent[] = [
    ...eve,
    { at: bogota("2026-12-08 10:00"), kind: "paused", reason: "hold", until: null },
    { at: bogota("2026-12-09 11:00"), kind: "unpaused", reason: "hold" },
  ];
  expect(readAt(held, "first_resolution", "2026-12-08 12:00")).toMatchObject({ state: "paused", elapsed: HOURS });
  expect(readAt(held, "first_resolution", "2026-12-09 11:30")).toMatchObject({
    elapsed: 90 * MINUTES,
    due: bogota("2026-12-09 15:00"),
    paused: [{ reason: "hold", time: 3 * HOURS }],
  });
});

it("another policy forgets no pause, and no alarm before the breach fires at the opening", () => {
  const events = [
    ...opened,
    at("09:30", { kind: "paused", reason: "accounting", until: bogota("2026-11-30 10:30") }),
    at("11:00", { kind: "planned", plan: planFor(180, { calendar: BOGOTA, name: "test@2" }) }),
  ];
  expect(readAt(events, "first_resolution", "2026-11-30 11:30")).toMatchObject({
    plan: "test@2",
    elapsed: 90 * MINUTES,
    due: bogota("2026-11-30 15:00"),
  });
  const early = [levelOf("soon", "first_answer", -30), levelOf("too soon", "first_answer", -120)];
  expect(dueLevels({ caseId: "c", events: opened, levels: early }, new Set(), opened[0]!.at)).toEqual([]);
  expect(nextWake(opened, early, opened[0]!.at)).toBe(bogota("2026-11-30 10:30"));
});

it("nothing is overdue any more when its due instant has moved, but what was missed was missed", () => {
  const events = [...opened, at("11:30", { kind: "planned", plan: planFor(300, { calendar: BOGOTA }) })];
  expect(readAt(events, "first_answer", "2026-11-30 11:29").isOverdue).toBe(true);
  expect(readAt(events, "first_answer", "2026-11-30 11:31")).toMatchObject({ isOverdue: false, missedAt: bogota("2026-11-30 11:00") });
});

it("a reopened case does not come with its old wait, and an answered one that the debtor leaves alone is not overdue", () => {
  const events = [
    ...opened,
    at("09:10", { kind: "wrote", author: "person" }),
    at("09:20", { kind: "debtor_wrote" }),
    at("09:30", { kind: "resolved" }),
    at("16:00", { kind: "reopened" }),
    at("16:00", { kind: "debtor_wrote" }),
  ];
  expect(readAt(events, "next_answer", "2026-11-30 16:05")).toMatchObject({ cycle: 2, elapsed: 5 * MINUTES, isOverdue: false });
  expect(readAt(events.slice(0, 3), "next_answer", "2026-12-30 09:00")).toBeUndefined();
});

it("however many look, a level has one key, and it changes with the cycle only", () => {
  const question = { caseId: "c", events: opened, levels: [levelOf("missed", "first_answer", 0)] };
  const now = bogota("2026-11-30 11:00");
  const [mark] = dueLevels(question, new Set(), now);
  expect(levelKey("c", mark!)).toBe("c/first_answer/1/missed");
  expect(dueLevels(question, new Set(["c/first_answer/1/missed"]), now + HOURS)).toEqual([]);
});

it("fourteen thousand at once are one message a reader, and none loses its mark", () => {
  const tells = Array.from({ length: 14_000 }, (_, i) => ({
    key: `k${i}`,
    caseId: `c${i}`,
    told: { kind: i % 2 ? "supervisor" : "compliance" } as const,
    dueAt: 14_000 - i,
  }));
  const notices = folded([...tells, tells[0]!]);
  expect(notices).toHaveLength(2);
  expect(notices.flatMap(({ keys }) => keys)).toHaveLength(14_000);
  expect(notices[0]).toMatchObject({ more: 6_980, told: { kind: "supervisor" } });
  expect(notices[0]!.named[0]).toBe("c13999");
});

it("nobody is told while somebody writes, nor when somebody has acted since the debtor wrote or the level before", () => {
  const now = bogota("2026-11-30 11:00");
  const anchor = now - HOURS;
  expect(tellingOf({ typingUntil: now + 1, actedAt: null, anchor }, BOGOTA, now)).toEqual({
    kind: "later",
    at: now + 1,
    because: "typing",
  });
  expect(tellingOf({ typingUntil: now, actedAt: anchor + 1, anchor }, BOGOTA, now)).toEqual({ kind: "muted" });
  expect(tellingOf({ typingUntil: null, actedAt: anchor, anchor }, BOGOTA, now)).toEqual({ kind: "now" });
});

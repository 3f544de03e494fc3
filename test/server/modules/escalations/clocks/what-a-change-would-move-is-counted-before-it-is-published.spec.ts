import { expect, it } from "@jest/globals";
import { effectOfChange } from "../../../../../server/modules/escalations/domain/policy/change-effect.js";
import { readClocks } from "../../../../../server/modules/escalations/domain/clock/read-clock.js";
import type { ClockPlan } from "../../../../../server/modules/escalations/domain/clock/clock-plan.js";
import { bogota, HOURS, openedAt, planFor } from "./support/case-story.js";

const onlyAnswer = (plan: ClockPlan): ClockPlan => ({ ...plan, targets: { first_answer: plan.targets.first_answer! } });
const TWO_HOURS = onlyAnswer(planFor(120));
const now = bogota("2026-11-30 10:30");
const cases = [
  { caseId: "half", events: openedAt("2026-11-30 10:00", TWO_HOURS) },
  { caseId: "nearly", events: openedAt("2026-11-30 09:00", TWO_HOURS) },
  { caseId: "over", events: openedAt("2026-11-30 08:00", TWO_HOURS) },
  {
    caseId: "answered",
    events: [...openedAt("2026-11-30 10:00", TWO_HOURS), { at: now - 1, kind: "wrote", author: "person" } as const],
  },
];
const effect = (plan: ClockPlan) =>
  effectOfChange(
    cases.map((one) => ({ ...one, plan })),
    now,
  );

it("a shorter target brings clocks nearer, and some are overdue at once", () => {
  expect(effect(onlyAnswer(planFor(60)))).toMatchObject({
    running: 3,
    sooner: 3,
    later: 0,
    overdueAtOnce: 1,
    mostSooner: HOURS,
    mostLater: 0,
  });
});

it("a longer one moves them on by the same time", () => {
  const { moves, later } = effect(onlyAnswer(planFor(180)));
  expect(later).toBe(3);
  expect(moves[0]).toEqual({
    caseId: "half",
    clock: "first_answer",
    cycle: 1,
    before: bogota("2026-11-30 12:00"),
    after: bogota("2026-11-30 13:00"),
    by: HOURS,
  });
});

it("the same plan under another name moves nothing", () => {
  expect(effect({ ...TWO_HOURS, name: "test@2" })).toMatchObject({ running: 3, moves: [], sooner: 0, later: 0, overdueAtOnce: 0 });
});

it("a clock without a target any more stands in the list, and history is not changed by asking", () => {
  expect(effect({ ...TWO_HOURS, targets: {} }).moves.map(({ caseId, after, by }) => [caseId, after, by])).toEqual([
    ["half", null, null],
    ["nearly", null, null],
    ["over", null, null],
  ]);
  expect(readClocks(cases[2]!.events, now)[0]).toMatchObject({ isOverdue: true, missedAt: bogota("2026-11-30 10:00") });
});

import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { DEFAULT_BANDS, daysPastDue, stageOf } from "../../../../../server/modules/portfolio/rules.js";
import { addDays } from "../../../../../server/shared/calendar.js";

const DUE = "2026-03-01";

it.each([
  [-400, "pre_due"],
  [-1, "pre_due"],
  [0, "due"],
  [1, "d1_30"],
  [30, "d1_30"],
  [31, "d31_90"],
  [90, "d31_90"],
  [91, "d91_plus"],
  [4000, "d91_plus"],
] as const)("%i days past due is %s", (days, stage) => {
  expect(stageOf(DUE, addDays(DUE, days))).toBe(stage);
});

it("never goes back to a younger band as days pass", () => {
  const rank = (days: number) => DEFAULT_BANDS.findIndex(({ id }) => id === stageOf(DUE, addDays(DUE, days)));
  fc.assert(
    fc.property(
      fc.integer({ min: -500, max: 500 }),
      (days) => rank(days) <= rank(days + 1) && daysPastDue(DUE, addDays(DUE, days)) === days,
    ),
  );
});

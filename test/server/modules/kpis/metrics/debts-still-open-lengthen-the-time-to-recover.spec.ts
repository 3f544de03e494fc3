import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { decimalText, order } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/fraction.js";
import { middle } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/middle.js";
import { survivalMedian, survivalOf } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/survival.js";
import { onceEach } from "../../../../../server/modules/kpis/metrics/domain/arithmetic/tally.js";
import { recoveryDays } from "../../../../../server/modules/kpis/metrics/domain/cases/recovery-days.js";
import { reportingPeriod } from "../../../../../server/modules/kpis/metrics/domain/period.js";

const CLOSED = onceEach([5, 10, 15, 20, 25]);
const OPEN = [{ value: 40, count: 5 }];

it("closed ones say 15 days, with five that are open after 40 days it is 25", () => {
  expect(decimalText(middle(CLOSED)!, 1)).toBe("15.0");
  expect(survivalMedian(CLOSED, OPEN)).toBe(25);
  expect(survivalOf(CLOSED, OPEN).map(({ open }) => decimalText(open, 1))).toEqual(["0.9", "0.8", "0.7", "0.6", "0.5"]);
});

it("agrees with a table of the literature, in which some left before others closed", () => {
  // Freireich's trial as every textbook prints it: remission in weeks under 6-MP; those after the bar were still in remission.
  const closed = onceEach([6, 6, 6, 7, 10, 13, 16, 22, 23]);
  const open = onceEach([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]);
  expect(survivalOf(closed, open).map(({ open: share }) => decimalText(share, 4))).toEqual([
    "0.8571",
    "0.8067",
    "0.7529",
    "0.6902",
    "0.6275",
    "0.5378",
    "0.4482",
  ]);
  expect(survivalMedian(closed, open)).toBe(23);
});

it("says nothing where more than half are still open, or there is nothing", () => {
  expect(survivalMedian(onceEach([5]), onceEach([40, 40]))).toBeNull();
  expect(survivalMedian([], [])).toBeNull();
  expect(middle([])).toBeNull();
});

it("shares only fall, between one and none", () => {
  const days = fc.array(fc.nat(400), { maxLength: 30 }).map(onceEach);
  fc.assert(
    fc.property(days, days, (closed, open) => {
      const steps = survivalOf(closed, open);
      for (const [i, { open: share }] of steps.entries()) {
        expect(share.over >= 0n && share.over <= share.under).toBe(true);
        if (i > 0) expect(order(steps[i - 1]!.open, share)).toBe(1);
      }
      const withOpen = survivalMedian(closed, open);
      const without = survivalMedian(closed, []);
      if (withOpen !== null) expect(withOpen).toBeGreaterThanOrEqual(without!);
    }),
  );
});

it("days are the calendar's, of those regularised in the period, and of those open at its end", () => {
  const november = reportingPeriod("America/Bogota", "2026-11-01", "2026-12-01");
  const debts = [
    { dueOn: "2026-10-25", regularisedOn: "2026-11-04" },
    { dueOn: "2026-10-01", regularisedOn: "2026-10-31" },
    { dueOn: "2026-11-10", regularisedOn: "2026-11-08" },
    { dueOn: "2026-11-20", regularisedOn: "2026-12-01" },
    { dueOn: "2026-11-21", regularisedOn: null },
    { dueOn: "2026-12-01", regularisedOn: null },
  ];
  expect(recoveryDays(debts, november)).toEqual({ closed: [10], open: [11, 10] });
});

import { expect, it } from "@jest/globals";
import { reportingPeriod } from "../../../../../server/modules/kpis/metrics/domain/period.js";
import { standardPeriodOf, startOfStandard } from "../../../../../server/modules/kpis/projections/tallies/domain/standard-period.js";
import { talliesOfPeople } from "../../../../../server/modules/kpis/projections/tallies/domain/people-tallies.js";

const period = (start: string, end: string) => reportingPeriod("America/Bogota", start, end);

it.each([
  ["week", "2026-11-30", "2027-01-01", "2026-12-28"],
  ["month", "2026-12-01", "2026-12-31", "2026-12-01"],
  ["quarter", "2026-10-01", "2026-12-31", "2026-10-01"],
  ["year", "2026-01-01", "2026-12-31", "2026-01-01"],
] as const)("a %s begins where the calendar says", (kind, first, day, start) => {
  expect(startOfStandard(kind, first)).toBe(first);
  expect(startOfStandard(kind, day)).toBe(start);
});

it("a period is one of the calendar when it is whole, or when it goes on and all of its days so far are asked for", () => {
  const today = "2026-11-20";
  expect(standardPeriodOf(period("2026-10-01", "2026-11-01"), today)).toBe("month");
  expect(standardPeriodOf(period("2026-11-01", "2026-11-21"), today)).toBe("month");
  expect(standardPeriodOf(period("2026-11-16", "2026-11-21"), today)).toBe("week");
  expect(standardPeriodOf(period("2026-10-01", "2026-11-21"), today)).toBe("quarter");
  expect(standardPeriodOf(period("2026-01-01", "2026-11-21"), today)).toBe("year");
  expect(standardPeriodOf(period("2026-11-01", "2026-11-20"), today)).toBeNull();
  expect(standardPeriodOf(period("2026-11-02", "2026-11-21"), today)).toBeNull();
  expect(standardPeriodOf(period("2026-10-01", "2026-10-31"), today)).toBeNull();
});

it("somebody counts once in a period, since the first of his attempts that was known", () => {
  const one = { ref: "a", debtorId: 7, day: "2026-11-19", madeRecorded: 100, answeredRecorded: null };
  const other = { ref: "b", debtorId: 7, day: "2026-11-20", madeRecorded: 200, answeredRecorded: 300 };
  const told = talliesOfPeople([one], [one, other]);
  // Of the same week, month, quarter and year: he was tried before, and answered for the first time.
  expect(told.map(({ measure, period: kind, recordedAt, total }) => [measure, kind, recordedAt, total])).toEqual(
    ["week", "month", "quarter", "year"].map((kind) => ["debtors.answering", kind, 300, 1]),
  );
  const earlier = { ...one, answeredRecorded: 250 };
  const moved = talliesOfPeople([one, other], [earlier, other]).filter(({ period: kind }) => kind === "week");
  expect(moved.map(({ measure, recordedAt, total }) => [measure, recordedAt, total])).toEqual([
    ["debtors.answering", 300, -1],
    ["debtors.answering", 250, 1],
  ]);
});

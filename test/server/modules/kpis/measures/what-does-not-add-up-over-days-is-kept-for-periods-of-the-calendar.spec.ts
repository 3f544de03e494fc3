import { expect, it } from "@jest/globals";
import { reportingPeriod } from "../../../../../server/modules/kpis/metrics/domain/period.js";
import { standardPeriodOf, startOfStandard } from "../../../../../server/modules/kpis/projections/tallies/domain/standard-period.js";
import { countedAt } from "../../../../../server/modules/kpis/projections/people/domain/people-counts.js";
import { talliesOfPerson } from "../../../../../server/modules/kpis/projections/people/domain/people-tallies.js";
import { keptMoves } from "../../../../../server/modules/kpis/projections/moves/domain/move-period.js";
import { NO_FACTS } from "../../../../../server/modules/kpis/projections/people/domain/person-facts.js";

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

it("how accounts moved is kept for the calendar's months, years and weeks, and for the last thirty days", () => {
  expect(keptMoves("2026-11-01", "2026-11-20", false)).toEqual({ period: "month", day: "2026-11-20" });
  expect(keptMoves("2026-11-01", "2026-12-01", true)).toEqual({ period: "month", day: "2026-12-01" });
  expect(keptMoves("2026-11-01", "2026-12-02", false)).toBeNull();
  expect(keptMoves("2026-01-01", "2026-11-20", false)).toEqual({ period: "year", day: "2026-11-20" });
  expect(keptMoves("2026-11-16", "2026-11-20", false)).toEqual({ period: "week", day: "2026-11-20" });
  expect(keptMoves("2026-10-22", "2026-11-20", false)).toEqual({ period: "days30", day: "2026-11-20" });
  // Thirty days that are over end with a midnight.
  expect(keptMoves("2026-10-21", "2026-11-20", true)).toEqual({ period: "days30", day: "2026-11-19" });
  expect(keptMoves("2026-10-21", "2026-11-20", false)).toBeNull();
});

const tried = { day: "2026-11-19", made: 100, delivered: null, read: null, answered: null };

it("somebody counts once in a period, since the first of his attempts that was known", () => {
  const other = { day: "2026-11-20", made: 200, delivered: 250, read: null, answered: 300 };
  const told = talliesOfPerson({ ...NO_FACTS, tries: [tried] }, { ...NO_FACTS, tries: [tried, other] });
  // Of the same week, month, quarter and year: he was tried before, and answered for the first time; an answer proves that he has read.
  expect(told.map(({ measure, period: kind, recordedAt, total }) => [measure, kind, recordedAt, total])).toEqual(
    ["week", "month", "quarter", "year"].flatMap((kind) => [
      ["debtors.delivered", kind, 250, 1],
      ["debtors.read", kind, 300, 1],
      ["debtors.answering", kind, 300, 1],
    ]),
  );
  const earlier = { ...tried, answered: 250 };
  const before = { ...NO_FACTS, tries: [tried, other] };
  const moved = talliesOfPerson(before, { ...NO_FACTS, tries: [earlier, other] }).filter(({ period: kind }) => kind === "week");
  expect(moved.map(({ measure, recordedAt, total }) => [measure, recordedAt, total])).toEqual([
    ["debtors.read", 300, -1],
    ["debtors.answering", 300, -1],
    ["debtors.read", 250, 1],
    ["debtors.answering", 250, 1],
  ]);
});

it("who agreed and paid counts as long as the promise is not cancelled and the money not taken back", () => {
  const day = "2026-11-20";
  const known = {
    tries: [{ ...tried, answered: 150 }],
    kept: [{ day, recorded: 50 }],
    promises: [{ day, from: 200, to: 400 }],
    money: [
      { day, currency: "COP", minor: -500, recorded: 300 },
      { day, currency: "COP", minor: 500, recorded: 500 },
    ],
  };
  const at = (instant: number) =>
    Object.entries(countedAt(known, instant))
      .filter(([, n]) => n !== 0)
      .map(([measure]) => measure.slice("debtors.".length));
  expect(at(60)).toEqual(["kept_back"]);
  expect(at(100)).toEqual(["attempted"]);
  expect(at(200)).toEqual(["attempted", "delivered", "read", "answering", "agreed", "agreed_at_all"]);
  expect(at(300)).toEqual(["attempted", "delivered", "read", "answering", "agreed", "agreed_at_all", "paid", "paid_at_all"]);
  expect(at(400)).toEqual(["attempted", "delivered", "read", "answering", "paid_at_all"]);
  expect(at(500)).toEqual(["attempted", "delivered", "read", "answering"]);
});

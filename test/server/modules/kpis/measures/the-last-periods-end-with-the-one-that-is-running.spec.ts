import { expect, it } from "@jest/globals";
import { lastPeriods } from "../../../../../server/modules/kpis/measures/domain/last-periods.js";

const days = (...asked: Parameters<typeof lastPeriods>) => lastPeriods(...asked).map(({ start, end }) => `${start} ${end}`);

it("days, oldest first", () => {
  expect(days("America/Bogota", "2026-03-01", "day", 3)).toEqual([
    "2026-02-27 2026-02-28",
    "2026-02-28 2026-03-01",
    "2026-03-01 2026-03-02",
  ]);
});

it("weeks from Monday on", () => {
  expect(days("America/Bogota", "2026-11-22", "week", 2)).toEqual(["2026-11-09 2026-11-16", "2026-11-16 2026-11-23"]);
});

it("months, over the turn of a year", () => {
  expect(days("America/Bogota", "2026-01-31", "month", 3)).toEqual([
    "2025-11-01 2025-12-01",
    "2025-12-01 2026-01-01",
    "2026-01-01 2026-02-01",
  ]);
});

it("no more than can be seen", () => {
  expect(() => lastPeriods("America/Bogota", "2026-01-31", "day", 367)).toThrow(/So many periods/);
});

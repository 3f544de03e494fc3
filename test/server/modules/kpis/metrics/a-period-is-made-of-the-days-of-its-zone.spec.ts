import { expect, it } from "@jest/globals";
import { daysIn, holdsDay, holdsInstant, reportingPeriod } from "../../../../../server/modules/kpis/metrics/domain/period.js";

const november = reportingPeriod("America/Bogota", "2026-11-01", "2026-12-01");

it("03:30 UTC of 1 December is 30 November in Bogotá", () => {
  const paid = Date.parse("2026-12-01T03:30:00Z");
  expect(holdsInstant(november, paid)).toBe(true);
  expect(holdsInstant(reportingPeriod("UTC", "2026-11-01", "2026-12-01"), paid)).toBe(false);
});

it("its first day is in it, its last is not", () => {
  expect(["2026-10-31", "2026-11-01", "2026-11-30", "2026-12-01"].map((date) => holdsDay(november, date))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(holdsInstant(november, Date.parse("2026-11-01T05:00:00Z"))).toBe(true);
  expect(holdsInstant(november, Date.parse("2026-11-01T04:59:59.999Z"))).toBe(false);
  expect(holdsInstant(november, Date.parse("2026-12-01T05:00:00Z"))).toBe(false);
  expect(daysIn(november)).toBe(30);
});

it("a day that has no midnight is a day all the same", () => {
  // Asunción's clocks jumped from 0 to 1 on 6 October 2024.
  const day = reportingPeriod("America/Asuncion", "2024-10-06", "2024-10-07");
  expect(holdsInstant(day, Date.parse("2024-10-06T04:00:00Z"))).toBe(true);
  expect(holdsInstant(day, Date.parse("2024-10-06T03:59:59Z"))).toBe(false);
  expect(daysIn(day)).toBe(1);
});

it.each([
  ["metric.period_backwards", "America/Bogota", "2026-12-01", "2026-11-01"],
  ["metric.period_backwards", "America/Bogota", "2026-11-01", "2026-11-01"],
  ["metric.zone_unknown", "America/Macondo", "2026-11-01", "2026-12-01"],
  ["date.invalid", "America/Bogota", "2026-02-30", "2026-12-01"],
])("%s: %s from %s to %s", (code, zone, start, end) => {
  expect(() => reportingPeriod(zone, start, end)).toThrow(expect.objectContaining({ code }));
});

import { expect, it } from "@jest/globals";
import { overdueArrival, sourcesOf } from "../../../../../server/modules/kpis/sources/domain/quiet-source.js";
import { METRICS, metricOf } from "../../../../../server/modules/kpis/metrics/domain/registry.js";
import { isoWeekday } from "../../../../../server/shared/calendar.js";

const works = (day: string) => isoWeekday(day) <= 5 && day !== "2026-11-16";
/** Monday 9 to Friday 13 November 2026. */
const daily = ["2026-11-09", "2026-11-10", "2026-11-11", "2026-11-12", "2026-11-13"];
const late = (days: readonly string[], today: string) => overdueArrival(days, today, works);

it("a file a working day: a weekend and a holiday are no silence, the working day after them is", () => {
  expect(late(daily, "2026-11-15")).toBeNull();
  expect(late(daily, "2026-11-17")).toBeNull();
  expect(late(daily, "2026-11-18")).toBe("2026-11-17");
});

it("a file a week: it is late when its weekday is over, or as late as it once was", () => {
  const weekly = ["2026-10-05", "2026-10-12", "2026-10-19", "2026-10-26"];
  expect(late(weekly, "2026-11-02")).toBeNull();
  expect(late(weekly, "2026-11-03")).toBe("2026-11-02");
  expect(late([...weekly.slice(0, 3), "2026-10-28"], "2026-11-06")).toBeNull();
});

it("without a rhythm nothing is late", () => {
  expect(late(daily.slice(0, 3), "2027-01-01")).toBeNull();
  expect(late([], "2027-01-01")).toBeNull();
  expect(late(["2024-01-01", "2025-01-01", "2026-01-01", "2026-10-01"], "2027-12-01")).toBeNull();
});

it("each figure hangs on what it is made of", () => {
  expect(sourcesOf(metricOf("portfolio.outstanding")!)).toEqual(["debts_file", "payments"]);
  expect(sourcesOf(metricOf("collected.total")!)).toEqual(["payments"]);
  expect(sourcesOf(metricOf("delivery.delivered")!)).toEqual(["statuses"]);
  expect(METRICS.filter((metric) => sourcesOf(metric).length > 0).length).toBeGreaterThan(30);
});

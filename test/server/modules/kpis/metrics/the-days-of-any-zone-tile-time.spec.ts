import { expect, it } from "@jest/globals";
import { edgesOf } from "../../../../../server/modules/kpis/measures/domain/counted.js";
import { daysIn, holdsInstant, reportingPeriod } from "../../../../../server/modules/kpis/metrics/domain/period.js";
import { SeededRandom } from "../../../../../server/platform/crypto/randomness.js";
import { addDays, type CalendarDate } from "../../../../../server/shared/calendar.js";
import { DAY, HOUR } from "../../../../../server/shared/instant.js";

const random = new SeededRandom(20_261_201);
const ALL = Intl.supportedValuesOf("timeZone");
/** Others with another seed; what a zone was and will be takes a while to find out. */
const ZONES = Array.from({ length: 16 }, () => ALL[random.int(ALL.length)]!);
const LATER = Date.parse("2100-01-01T00:00:00Z");

/** From 2012 on: since then no clock of the world has gone back over its midnight. */
function someDay(): CalendarDate {
  return addDays("2012-01-01", random.int(25 * 365));
}

/** The instants of a period, as figures count them. */
function edges(zone: string, start: CalendarDate, end: CalendarDate) {
  return edgesOf({ accountId: 1, period: reportingPeriod(zone, start, end), asOf: LATER });
}

it("each day ends where the next begins, and its moments are those the wall shows, wherever and whenever", () => {
  for (let nth = 0; nth < 2_000; nth++) {
    const zone = ZONES[random.int(ZONES.length)]!;
    const day = someDay();
    const [today, tomorrow] = [edges(zone, day, addDays(day, 1)), edges(zone, addDays(day, 1), addDays(day, 2))];
    expect([zone, day, today.end]).toEqual([zone, day, tomorrow.start]);
    // A day is never longer than a day and what a clock is put back; one that an island skipped has no moment at all.
    expect(today.end - today.start).toBeGreaterThanOrEqual(0);
    expect(today.end - today.start).toBeLessThanOrEqual(DAY + 3 * HOUR);
    const period = reportingPeriod(zone, day, addDays(day, 1));
    const inside = today.end > today.start ? [today.start, today.start + random.int(today.end - today.start), today.end - 1] : [];
    for (const at of inside) expect([zone, day, at, holdsInstant(period, at)]).toEqual([zone, day, at, true]);
    for (const at of [today.start - 1, today.end]) expect([zone, day, at, holdsInstant(period, at)]).toEqual([zone, day, at, false]);
  }
});

it("however a period is cut, its parts have its days and its moments", () => {
  for (let nth = 0; nth < 500; nth++) {
    const zone = ZONES[random.int(ZONES.length)]!;
    const start = someDay();
    const length = 2 + random.int(400);
    const [cut, end] = [addDays(start, 1 + random.int(length - 1)), addDays(start, length)];
    const [whole, first, second] = [edges(zone, start, end), edges(zone, start, cut), edges(zone, cut, end)];
    expect([first.start, second.end, first.end]).toEqual([whole.start, whole.end, second.start]);
    expect(daysIn(reportingPeriod(zone, start, cut)) + daysIn(reportingPeriod(zone, cut, end))).toBe(length);
  }
});

it.each([
  ["America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z", 23],
  ["America/Santiago", "2026-04-04", "2026-04-04T03:00:00Z", 25],
  ["America/Asuncion", "2024-10-06", "2024-10-06T04:00:00Z", 23],
  ["Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z", 23],
  ["Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z", 23],
  ["America/Havana", "2026-03-08", "2026-03-08T05:00:00Z", 23],
  ["America/Havana", "2026-11-01", "2026-11-01T04:00:00Z", 25],
  ["Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z", 0],
])("in %s the %s begins at %s and has %i hours, midnight or none", (zone, day, begins, hours) => {
  const { start, end } = edges(zone, day, addDays(day, 1));
  expect([new Date(start).toISOString().replace(".000", ""), (end - start) / HOUR]).toEqual([begins, hours]);
});

import { addDays, type CalendarDate, isoWeekday } from "../../../../../shared/calendar.js";
import { invalid } from "../../../../../shared/errors.js";
import type { Instant } from "../../../../../shared/instant.js";
import { isKnownZone, localDate, windowInterval } from "../../../../../shared/zone.js";

/** When an account works: minutes of the day [from, to) by ISO weekday, in its zone, never on a holiday. */
export interface BusinessHours {
  readonly zone: string;
  readonly hours: Readonly<Partial<Record<number, readonly (readonly [from: number, to: number])[]>>>;
  readonly holidays: ReadonlySet<CalendarDate>;
}

/** Nothing that waits longer is measured by the minute. */
const LONGEST_DAYS = 3_700;

/**
 * Milliseconds of working time in [`from`, `to`); nothing where `to` is the earlier one.
 * Where the clock is changed, hours are as long as they really were.
 * @throws DomainError `metric.zone_unknown`; `metric.wait_too_long` beyond ten years
 */
export function workingTime(calendar: BusinessHours, from: Instant, to: Instant): number {
  if (!isKnownZone(calendar.zone)) throw invalid("metric.zone_unknown", "This time zone is not known.", { field: "zone" });
  if (to <= from) return 0;
  const last = localDate(calendar.zone, to);
  let worked = 0;
  let date = localDate(calendar.zone, from);
  for (let days = 0; date <= last; days++, date = addDays(date, 1)) {
    if (days > LONGEST_DAYS) throw invalid("metric.wait_too_long", "Working time is counted over ten years at most.");
    if (calendar.holidays.has(date)) continue;
    for (const [open, close] of calendar.hours[isoWeekday(date)] ?? []) {
      const window = windowInterval(calendar.zone, date, open, close);
      if (window) worked += Math.max(0, Math.min(to, window.end) - Math.max(from, window.start));
    }
  }
  return worked;
}

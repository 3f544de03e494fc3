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
    for (const { start, end } of openOn(calendar, date)) worked += Math.max(0, Math.min(to, end) - Math.max(from, start));
  }
  return worked;
}

/**
 * The instant at which so much working time has passed since `from`.
 * @param milliseconds of working time @throws DomainError as `workingTime`; `metric.wait_too_long` also where nobody ever works
 */
export function afterWorking(calendar: BusinessHours, from: Instant, milliseconds: number): Instant {
  if (!isKnownZone(calendar.zone)) throw invalid("metric.zone_unknown", "This time zone is not known.", { field: "zone" });
  let left = milliseconds;
  let date = localDate(calendar.zone, from);
  for (let days = 0; days <= LONGEST_DAYS; days++, date = addDays(date, 1)) {
    for (const { start, end } of openOn(calendar, date)) {
      const worked = Math.max(0, end - Math.max(from, start));
      if (worked >= left) return Math.max(from, start) + left;
      left -= worked;
    }
  }
  throw invalid("metric.wait_too_long", "Working time is counted over ten years at most.");
}

function openOn({ zone, hours, holidays }: BusinessHours, date: CalendarDate): { readonly start: Instant; readonly end: Instant }[] {
  if (holidays.has(date)) return [];
  return (hours[isoWeekday(date)] ?? []).flatMap(([open, close]) => windowInterval(zone, date, open, close) ?? []);
}

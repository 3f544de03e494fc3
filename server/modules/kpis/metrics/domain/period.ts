import { type CalendarDate, daysBetween, isCalendarDate } from "../../../../shared/calendar.js";
import { invalid } from "../../../../shared/errors.js";
import type { Instant } from "../../../../shared/instant.js";
import { isKnownZone, localDate } from "../../../../shared/zone.js";

/** Days of the reporting zone, half-open: `start` belongs to it, `end` does not. */
export interface ReportingPeriod {
  readonly zone: string;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
}

/** @throws DomainError `metric.zone_unknown`, `date.invalid`, `metric.period_backwards` for one that ends before it begins or with it */
export function reportingPeriod(zone: string, start: CalendarDate, end: CalendarDate): ReportingPeriod {
  if (!isKnownZone(zone)) throw invalid("metric.zone_unknown", "This time zone is not known.", { field: "zone" });
  for (const date of [start, end]) if (!isCalendarDate(date)) throw invalid("date.invalid", "A day must exist and be written YYYY-MM-DD.");
  if (start >= end) {
    throw invalid("metric.period_backwards", "A period has to end after it begins.", { remedy: "The last day is not part of it." });
  }
  return { zone, start, end };
}

/** Whether a day of the reporting zone (a value date, a due date) lies in the period. */
export function holdsDay({ start, end }: ReportingPeriod, date: CalendarDate): boolean {
  return start <= date && date < end;
}

/** Whether an instant does, by the day it is on the reporting zone's wall: 03:30 UTC of 1 December is 30 November in Bogotá. */
export function holdsInstant(period: ReportingPeriod, at: Instant): boolean {
  return holdsDay(period, localDate(period.zone, at));
}

export function daysIn({ start, end }: ReportingPeriod): number {
  return daysBetween(start, end);
}

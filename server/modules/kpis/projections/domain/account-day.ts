import { addDays, type CalendarDate } from "../../../../shared/calendar.js";
import { HOUR, type Instant } from "../../../../shared/instant.js";
import { localDate, wholeDay } from "../../../../shared/zone.js";

/** A day by which what was written down is counted, from its midnight on. */
export interface AccountDay {
  readonly day: CalendarDate;
  readonly start: Instant;
  /** The next midnight. */
  readonly end: Instant;
}

/** An instant, and the day by which debts are as old as they are at it. */
export interface DatedInstant {
  readonly at: Instant;
  readonly day: CalendarDate;
}

/** The midnight with which a day begins in the account's zone: the first of two, the jump over it where there is none. */
export function startOfDay(zone: string, day: CalendarDate): Instant {
  return wholeDay(zone, day).start;
}

/** The instant a day begins with, and that day. */
export function midnightOf(zone: string, day: CalendarDate): DatedInstant {
  return { at: startOfDay(zone, day), day };
}

/** An instant with the day it lies in. */
export function datedAt(zone: string, at: Instant): DatedInstant {
  return { at, day: accountDay(zone, at).day };
}

/**
 * The day an instant lies in: the last one whose midnight has come. Instants are cut into days by nothing but these midnights, so that days
 * follow each other without gap or overlap even where a wall is set back over midnight and shows the day before for a second time.
 */
export function accountDay(zone: string, at: Instant): AccountDay {
  const day = localDate(zone, at);
  const next = addDays(day, 1);
  const following = startOfDay(zone, next);
  if (following > at) return { day, start: startOfDay(zone, day), end: following };
  return { day: next, start: following, end: startOfDay(zone, addDays(day, 2)) };
}

/** The start of the hour an instant lies in, counted from the midnight of its day. */
export function startOfHour({ start }: Pick<AccountDay, "start">, at: Instant): Instant {
  return start + Math.floor((at - start) / HOUR) * HOUR;
}

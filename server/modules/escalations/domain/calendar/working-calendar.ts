import { addDays, type CalendarDate, isoWeekday } from "../../../../shared/calendar.js";
import { type HolidayDefinition, holidaysOf } from "../../../../shared/holidays.js";
import { DAY, type Instant } from "../../../../shared/instant.js";
import { type Interval, localDate, localParts, shownIntervals } from "../../../../shared/zone.js";
import { inOrder, type Intervals } from "../clock/intervals.js";

/** Minutes of the wall's day, [from, to), 0–1440: the last is midnight at its end. */
export type DayWindow = readonly [from: number, to: number];

/** One version of an account's working hours with its holidays looked up. Nothing in it ever changes: a correction is another version. */
export interface WorkingCalendar {
  /** `desk@3`, as it is pinned to a case. */
  readonly name: string;
  readonly zone: string;
  /** By ISO weekday, 1 = Monday; a weekday that is not named is closed. Several windows a day leave lunch out. */
  readonly week: Readonly<Partial<Record<number, readonly DayWindow[]>>>;
  readonly holidays: readonly (readonly HolidayDefinition[])[];
  /** Further days on which nobody works. */
  readonly closedOn: ReadonlySet<CalendarDate>;
}

/** Nobody plans further ahead: a calendar that does not open in ten years is closed for ever. */
export const LONGEST_PLAN = 3_700 * DAY;

/** A calendar is asked about the same days by every case of an account, and never changes. */
const openDates = new WeakMap<WorkingCalendar, Map<CalendarDate, Intervals>>();

/** The open time of one date, in order. Hours that the wall shows twice are worked twice. */
export function openOn(calendar: WorkingCalendar, date: CalendarDate): Intervals {
  let dates = openDates.get(calendar);
  if (!dates) openDates.set(calendar, (dates = new Map<CalendarDate, Intervals>()));
  let open = dates.get(date);
  if (!open) dates.set(date, (open = openTime(calendar, date)));
  return open;
}

function openTime(calendar: WorkingCalendar, date: CalendarDate): Intervals {
  const windows = calendar.week[isoWeekday(date)] ?? [];
  if (windows.length === 0 || isClosedOn(calendar, date)) return [];
  return inOrder(windows.flatMap(([from, to]) => shownIntervals(calendar.zone, date, from, to)));
}

/** Date by date, the open time in [`from`, `to`); the reader stops where it has enough. `to` may be infinite: ten years are enough for anybody. */
export function* openDays(calendar: WorkingCalendar, from: Instant, to: Instant): Generator<Interval> {
  const end = Math.min(to, from + LONGEST_PLAN);
  if (from >= end) return;
  // A date that a zone repeats or leaves out is met by a day on either side.
  const last = addDays(localDate(calendar.zone, end), 1);
  for (let date = addDays(localDate(calendar.zone, from), -1); date <= last; date = addDays(date, 1)) {
    for (const open of openOn(calendar, date)) {
      const part = { start: Math.max(from, open.start), end: Math.min(end, open.end) };
      if (part.start < part.end) yield part;
    }
  }
}

export function isOpenAt(calendar: WorkingCalendar, at: Instant): boolean {
  const { date, minuteOfDay, weekday } = localParts(calendar.zone, at);
  if (isClosedOn(calendar, date)) return false;
  return (calendar.week[weekday] ?? []).some(([from, to]) => from <= minuteOfDay && minuteOfDay < to);
}

/** The instant itself where it is open, else the next opening; `null` where none comes. */
export function nextOpening(calendar: WorkingCalendar, at: Instant): Instant | null {
  for (const { start } of openDays(calendar, at, Number.POSITIVE_INFINITY)) return start;
  return null;
}

function isClosedOn({ closedOn, holidays }: WorkingCalendar, date: CalendarDate): boolean {
  return closedOn.has(date) || holidays.some((list) => holidaysOf(list, Number(date.slice(0, 4))).has(date));
}

import { addDays, type CalendarDate, fromEpochDay, isoWeekday } from "./calendar.js";
import { DAY } from "./instant.js";

/** When a holiday falls, before it is moved. */
export type HolidayDay =
  | { readonly month: number; readonly day: number }
  /** Days after Easter Sunday; Good Friday is −2. */
  | { readonly easter: number }
  /** The nth (1–5, or −1 for the last) ISO weekday of a month. */
  | { readonly month: number; readonly weekday: number; readonly nth: number };

/**
 * `next_monday`: on the Monday that follows, unless the day is itself a Monday. A table: so many days later (earlier where negative) on the ISO
 * weekdays it names, where it is on any other: `{ 2: -1, 4: 1 }` moves a Tuesday to Monday and a Thursday to Friday.
 */
export type Observed = "next_monday" | Readonly<Partial<Record<number, number>>>;

/** One holiday of a country as its law defines it, so that no list of dates has to be kept up by hand. */
export interface HolidayDefinition {
  /** In the country's own language; not translated. */
  readonly name: string;
  readonly on: HolidayDay;
  /** On which day it is kept instead; absent: on its own. */
  readonly observed?: Observed;
  /** First and last year the law gives it, both included. */
  readonly fromYear?: number;
  readonly untilYear?: number;
  /** Only every n-th year counted from `fromYear` (a change of government). */
  readonly everyYears?: number;
}

/** Dates and names of the holidays observed in one Gregorian year, by date. Two holidays on one date share it, names joined. */
export function holidaysOf(definitions: readonly HolidayDefinition[], year: number): ReadonlyMap<CalendarDate, string> {
  let years = cache.get(definitions);
  if (!years) cache.set(definitions, (years = new Map<number, ReadonlyMap<CalendarDate, string>>()));
  let holidays = years.get(year);
  if (!holidays) years.set(year, (holidays = compute(definitions, year)));
  return holidays;
}

/** Gregorian computus after Meeus, *Astronomical Algorithms*, chapter 8. */
export function easterSunday(year: number): CalendarDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dateOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** Definitions are constants of a pack, so the cache lives as long as the pack does. */
const cache = new WeakMap<readonly HolidayDefinition[], Map<number, ReadonlyMap<CalendarDate, string>>>();

function compute(definitions: readonly HolidayDefinition[], year: number): ReadonlyMap<CalendarDate, string> {
  const found = new Map<CalendarDate, string>();
  for (const definition of definitions) {
    for (const date of keptIn(definition, year)) {
      const other = found.get(date);
      found.set(date, other ? `${other}; ${definition.name}` : definition.name);
    }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** On which dates of a year it is kept: one that is moved may leave its own year. */
function keptIn(definition: HolidayDefinition, year: number): CalendarDate[] {
  const years = definition.observed === undefined ? [year] : [year - 1, year, year + 1];
  return years.flatMap((own) => {
    const day = inForce(definition, own) ? dayOf(definition.on, own) : null;
    const date = day === null ? null : moved(day, definition.observed);
    return date !== null && Number(date.slice(0, 4)) === year ? [date] : [];
  });
}

function moved(day: CalendarDate, observed: Observed | undefined): CalendarDate {
  if (observed === undefined) return day;
  const weekday = isoWeekday(day);
  return addDays(day, observed === "next_monday" ? (8 - weekday) % 7 : (observed[weekday] ?? 0));
}

function inForce({ fromYear, untilYear, everyYears }: HolidayDefinition, year: number): boolean {
  if (fromYear !== undefined && year < fromYear) return false;
  if (untilYear !== undefined && year > untilYear) return false;
  return everyYears === undefined || (year - (fromYear ?? 0)) % everyYears === 0;
}

/** `null` in a year that has no such day: 29 February, a fifth Monday. */
function dayOf(on: HolidayDay, year: number): CalendarDate | null {
  if ("easter" in on) return addDays(easterSunday(year), on.easter);
  if ("day" in on) return inMonth(dateOf(year, on.month, on.day), on.month);
  if (on.nth < 0) {
    const last = addDays(dateOf(year, on.month + 1, 1), -1);
    return addDays(last, -((isoWeekday(last) - on.weekday + 7) % 7));
  }
  const first = dateOf(year, on.month, 1);
  return inMonth(addDays(first, ((on.weekday - isoWeekday(first) + 7) % 7) + (on.nth - 1) * 7), on.month);
}

function inMonth(date: CalendarDate, month: number): CalendarDate | null {
  return Number(date.slice(5, 7)) === month ? date : null;
}

/** Month 13 is January of the next year. */
function dateOf(year: number, month: number, day: number): CalendarDate {
  return fromEpochDay(Date.UTC(year, month - 1, day) / DAY);
}

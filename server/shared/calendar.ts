import { DAY } from "./instant.js";
import { invalid } from "./errors.js";

/** A calendar date without a zone, `YYYY-MM-DD`. Compared and sorted as text. */
export type CalendarDate = string;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether the text is a date that exists: `2026-02-30` is not. */
export function isCalendarDate(text: string): boolean {
  const match = PATTERN.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** 0100-01-01, because JavaScript takes the years before it for others, and 9999-12-31. */
const FIRST_DAY = -683_003;
const LAST_DAY = 2_932_896;

/** Days since 1970-01-01; may be negative. */
export function toEpochDay(date: CalendarDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY;
}

/** @throws DomainError `date.out_of_range` for a day that four digits of a year cannot write, and for what is no day at all */
export function fromEpochDay(day: number): CalendarDate {
  if (!(day >= FIRST_DAY && day <= LAST_DAY)) {
    throw invalid("date.out_of_range", "A date must lie between the years 100 and 9999.", { remedy: "Use a date of these years." });
  }
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** @throws DomainError `date.out_of_range` when the sum cannot be written; compare with `daysBetween` where a date may be the last there is */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** The first day of the month so many months after that of `date`; `after` may be negative. @throws DomainError as `addDays` */
export function monthStart(date: CalendarDate, after = 0): CalendarDate {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + after;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  return addDays(`${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`, 0);
}

/** Whole days from `from` to `to`; positive when `to` is later. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function isoWeekday(date: CalendarDate): number {
  const day = (((toEpochDay(date) + 3) % 7) + 7) % 7;
  return day + 1;
}

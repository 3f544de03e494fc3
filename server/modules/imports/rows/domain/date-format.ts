import { type CalendarDate, isCalendarDate } from "../../../../shared/calendar.js";

/** What comes first in `03/04/2026`. */
export type DateOrder = "day_first" | "month_first";

/**
 * What a column tells of its order. `mixed`: it contradicts itself. `open`: nothing tells, neither here nor in another column.
 * Under both only dates that can be read one way are read.
 */
export type ColumnOrder = DateOrder | "mixed" | "open";

const ISO = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/;
const SHORT = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;

/** Gathers what a whole column says about the order of day and month: one 25 settles what a hundred 03/04 leave open. */
export class DateEvidence {
  private dayFirst = false;
  private monthFirst = false;
  /** Whether it holds dates that could be two. */
  doubtful = false;

  see(text: string): void {
    const match = SHORT.exec(dateOf(text));
    if (!match) return;
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > 12 && second <= 12) this.dayFirst = true;
    if (second > 12 && first <= 12) this.monthFirst = true;
    this.doubtful ||= couldBeTwo(text);
  }

  get order(): ColumnOrder {
    if (this.dayFirst && this.monthFirst) return "mixed";
    return this.monthFirst ? "month_first" : this.dayFirst ? "day_first" : "open";
  }
}

/** @returns null when the text is no date, or could be two */
export function readCellDate(text: string, order: ColumnOrder): CalendarDate | null {
  const plain = dateOf(text);
  const iso = ISO.exec(plain);
  if (iso) return existing(iso[1]!, iso[2]!, iso[3]!);
  const readings = readingsOf(plain);
  if (order === "day_first") return readings.dayFirst;
  if (order === "month_first") return readings.monthFirst;
  return couldBeTwo(text) ? null : (readings.dayFirst ?? readings.monthFirst);
}

/** Whether a text is one date with the day first and another with the month first. */
export function couldBeTwo(text: string): boolean {
  const { dayFirst, monthFirst } = readingsOf(dateOf(text));
  return dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst;
}

/** Nobody is dunned for what fell due so long ago, and no credit runs so much longer. */
const LIFETIME = 40;

/**
 * Whether a date is none: databases and spreadsheets write 1899-12-30, 1900-01-01 or 9999-12-31 for an empty one, and years are mistyped
 * (0226, 2062).
 */
export function isImplausible(date: CalendarDate, today: CalendarDate): boolean {
  return Math.abs(Number(date.slice(0, 4)) - Number(today.slice(0, 4))) > LIFETIME;
}

function readingsOf(plain: string): { dayFirst: CalendarDate | null; monthFirst: CalendarDate | null } {
  const short = SHORT.exec(plain);
  if (!short) return { dayFirst: null, monthFirst: null };
  const [, first, second, year] = short as unknown as [string, string, string, string];
  return { dayFirst: existing(year, second, first), monthFirst: existing(year, first, second) };
}

/** Midnight as spreadsheets add it to a date, any time of the day without a zone, and midnight in UTC. */
const TIME_OF_DAY = /(?:[ T]\d{1,2}:[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?: ?[ap]\. ?m\.| ?[ap]m)?|[ T]0?0:00(?::00(?:\.0+)?)?Z)$/i;
const DATE_ALONE = 10;
/** A longer text is no date. */
const LONGEST_DATE = 60;

/** A date is the day it names where it was written: with a zone of its own and no midnight it could be the day beside it. */
function dateOf(text: string): string {
  const plain = text.trim();
  if (plain.length > LONGEST_DATE) return "";
  return plain.length <= DATE_ALONE ? plain : plain.replace(/[\s\u00a0\u202f]+/g, " ").replace(TIME_OF_DAY, "");
}

function existing(year: string, month: string, day: string): CalendarDate | null {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDate(date) ? date : null;
}

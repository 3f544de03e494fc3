import { type CalendarDate, isCalendarDate } from "../../../shared/calendar.js";

/** `mixed`: the column contradicts itself, so only dates that can be read one way are read. */
export type DateOrder = "day_first" | "month_first" | "mixed";

const ISO = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})$/;
const SHORT = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;

/** Gathers what a whole column says about the order of day and month: one 25 settles what a hundred 03/04 leave open. */
export class DateEvidence {
  private dayFirst = false;
  private monthFirst = false;

  see(text: string): void {
    const match = SHORT.exec(dateOf(text));
    if (!match) return;
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > 12 && second <= 12) this.dayFirst = true;
    if (second > 12 && first <= 12) this.monthFirst = true;
  }

  /** Without evidence the day comes first, as it is written in all the countries this is made for. */
  get order(): DateOrder {
    if (this.dayFirst && this.monthFirst) return "mixed";
    return this.monthFirst ? "month_first" : "day_first";
  }
}

/** @returns null when the text is no date, or could be two */
export function readDate(text: string, order: DateOrder): CalendarDate | null {
  const plain = dateOf(text);
  const iso = ISO.exec(plain);
  if (iso) return existing(iso[1]!, iso[2]!, iso[3]!);
  const short = SHORT.exec(plain);
  if (!short) return null;
  const [, first, second, year] = short as unknown as [string, string, string, string];
  const dayFirst = existing(year, second, first);
  const monthFirst = existing(year, first, second);
  if (order === "day_first") return dayFirst;
  if (order === "month_first") return monthFirst;
  return dayFirst === monthFirst || monthFirst === null ? dayFirst : dayFirst === null ? monthFirst : null;
}

/** Spreadsheets add midnight to a date. */
function dateOf(text: string): string {
  return text.trim().replace(/[ T]0{1,2}:00(:00(\.0+)?)?Z?$/, "");
}

function existing(year: string, month: string, day: string): CalendarDate | null {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDate(date) ? date : null;
}

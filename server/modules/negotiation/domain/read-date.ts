import { addDays, type CalendarDate, isCalendarDate, isoWeekday } from "../../../shared/calendar.js";
import type { DayWords, MessageLanguage } from "../../templates/rules.js";

/**
 * `date`: one day and no doubt which. `unsure`: something of a day, but not one for sure, or more was said around it.
 * `none`: nothing of a day.
 */
export type DateReading = { readonly kind: "date"; readonly date: CalendarDate } | { readonly kind: "unsure" } | { readonly kind: "none" };

const UNSURE: DateReading = { kind: "unsure" };
/** A sentence longer than this says more than a day. */
const LONGEST = 80;

/** `1.200`, which is no first of the two-hundredth month. */
const MONEY = /(?<![\d.,/-])\d{1,3}(?:[.,]\d{3})+(?![\d/-])/g;

/** What one or more words say of a day. */
type Part =
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "weekday"; readonly weekday: number }
  | { readonly kind: "day"; readonly day: number; readonly month: number | null; readonly year: number | null }
  | { readonly kind: "doubt" };

/**
 * The day a debtor names, counted from `today` at their place. Pure and total, and sure or not at all: every word must be understood, so
 * that "no puedo el viernes" is no promise. Today's weekday may mean today or in a week, 5/12 in English two days: both are unsure.
 */
export function readDate(text: string, { days: words }: MessageLanguage, today: CalendarDate): DateReading {
  const tokens = tokensOf(text);
  const { parts, strange } = partsOf(tokens, words);
  if (parts.length === 0) return { kind: "none" };
  if (strange || text.length > LONGEST) return UNSURE;
  const date = dateOf(parts, today);
  return date === null ? UNSURE : { kind: "date", date };
}

/**
 * The day that is named somewhere in a longer message, "le pago 500 el viernes"; null for none, or where more than one is named. What else is
 * said is not read here.
 */
export function mentionedDay(text: string, { days: words }: MessageLanguage, today: CalendarDate): CalendarDate | null {
  const { parts } = partsOf(tokensOf(text.replace(MONEY, " ")), words);
  return dateOf(
    parts.filter(({ kind }) => kind !== "doubt"),
    today,
  );
}

function tokensOf(text: string): readonly string[] {
  return (
    text
      .slice(0, LONGEST * 2)
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/['’`´ºª°]/g, "")
      .toLowerCase()
      .match(/\d+(?:[/.-]\d+)+|\d+(?:st|nd|rd|th)?|[\p{L}]+/gu) ?? []
  );
}

function partsOf(tokens: readonly string[], words: DayWords): { parts: readonly Part[]; strange: boolean } {
  const parts: Part[] = [];
  let strange = false;
  for (let at = 0; at < tokens.length;) {
    const found =
      relativeAt(tokens, at, words) ?? inDaysAt(tokens, at, words) ?? numericAt(tokens, at, words) ?? namedAt(tokens, at, words);
    if (found) parts.push(found.part);
    else if (!words.filling.has(tokens[at]!)) strange = true;
    at += found?.length ?? 1;
  }
  return { parts, strange };
}

interface Found {
  readonly part: Part;
  readonly length: number;
}

function relativeAt(tokens: readonly string[], at: number, { relative }: DayWords): Found | null {
  const said = relative.find(({ words }) => words.every((word, index) => tokens[at + index] === word));
  return said ? { part: { kind: "days", days: said.days }, length: said.words.length } : null;
}

function inDaysAt(tokens: readonly string[], at: number, { inDays }: DayWords): Found | null {
  if (!inDays.before.has(tokens[at]!)) return null;
  // "dentro de 5 días", "daqui a 5 dias"
  const number = /^\d+$/.test(tokens[at + 1] ?? "") ? at + 1 : at + 2;
  if (!/^\d{1,3}$/.test(tokens[number] ?? "") || !inDays.after.has(tokens[number + 1] ?? "")) return null;
  return { part: { kind: "days", days: Number(tokens[number]) }, length: number + 2 - at };
}

/** `27/11`, `27-11-2026`, `2026-11-27` */
function numericAt(tokens: readonly string[], at: number, { dayFirst }: DayWords): Found | null {
  const numbers = tokens[at]!.split(/[/.-]/).map(Number);
  if (numbers.length < 2) return null;
  const part = numericDate(numbers, dayFirst);
  return { part: part ?? { kind: "doubt" }, length: 1 };
}

function numericDate(numbers: readonly number[], dayFirst: boolean): Part | null {
  const [first, second, third] = numbers as [number, number, number | undefined];
  if (numbers.length > 3) return null;
  if (third !== undefined && first > 31) return { kind: "day", year: first, month: second, day: third };
  const year = third === undefined ? null : third < 100 ? 2_000 + third : third;
  if (dayFirst || first === second) return { kind: "day", day: first, month: second, year };
  if (first > 12) return { kind: "day", day: first, month: second, year };
  return second > 12 ? { kind: "day", day: second, month: first, year } : null;
}

/** A weekday, `27 de noviembre`, `november 27th`, `dia 5`. A bare number is a doubt: it may be a day, days or money. */
function namedAt(tokens: readonly string[], at: number, words: DayWords): Found | null {
  const token = tokens[at]!;
  const day = dayNumber(token);
  if (day !== null) {
    const after = words.filling.has(tokens[at + 1] ?? "") && monthOf(tokens[at + 1], words) === null ? at + 2 : at + 1;
    const month = monthOf(tokens[after], words);
    if (month !== null) return dayOfMonth(tokens, at, after + 1, day, month, words);
    const marked = words.dayMarks.has(tokens[at - 1] ?? "") || /\D$/.test(token) || weekdayOf(tokens[at - 1], words) !== null;
    return { part: marked ? { kind: "day", day, month: null, year: null } : { kind: "doubt" }, length: 1 };
  }
  const weekday = weekdayOf(token, words);
  const month = monthOf(token, words);
  const next = dayNumber(tokens[at + 1] ?? "");
  // "mar" is Tuesday and March in Spanish: with a number behind it, a month only where the month stands first.
  if (month !== null && (weekday === null || !words.dayFirst) && next !== null) return dayOfMonth(tokens, at, at + 2, next, month, words);
  if (weekday !== null) return { part: { kind: "weekday", weekday }, length: 1 };
  return month === null ? null : { part: { kind: "doubt" }, length: 1 };
}

/** With the year behind it, when there is one: `5 de diciembre de 2026`. */
function dayOfMonth(tokens: readonly string[], from: number, end: number, day: number, month: number, { filling }: DayWords): Found {
  const yearAt = filling.has(tokens[end] ?? "") ? end + 1 : end;
  const year = /^20\d\d$/.test(tokens[yearAt] ?? "") ? Number(tokens[yearAt]) : null;
  return { part: { kind: "day", day, month, year }, length: (year === null ? end : yearAt + 1) - from };
}

function dayNumber(token: string): number | null {
  return /^\d{1,2}(st|nd|rd|th)?$/.test(token) ? Number.parseInt(token, 10) : null;
}

function weekdayOf(token: string | undefined, { weekdays }: DayWords): number | null {
  const index = token === undefined ? -1 : weekdays.findIndex((names) => names.includes(token));
  return index < 0 ? null : index + 1;
}

function monthOf(token: string | undefined, { months }: DayWords): number | null {
  const index = token === undefined ? -1 : months.findIndex((names) => names.includes(token));
  return index < 0 ? null : index + 1;
}

/** One day, by all parts alike; null when they leave a doubt. */
function dateOf(parts: readonly Part[], today: CalendarDate): CalendarDate | null {
  const weekdays = parts.filter((part) => part.kind === "weekday");
  const others = parts.filter((part) => part.kind !== "weekday");
  if (weekdays.length > 1 || others.length > 1) return null;
  const [weekday] = weekdays;
  const [other] = others;
  if (!other) return weekday ? nextWeekday(today, weekday.weekday) : null;
  const date = partDate(other, today);
  return date !== null && (!weekday || isoWeekday(date) === weekday.weekday) ? date : null;
}

function partDate(part: Exclude<Part, { kind: "weekday" }>, today: CalendarDate): CalendarDate | null {
  if (part.kind === "doubt") return null;
  if (part.kind === "days") return addDays(today, part.days);
  const { day, month, year } = part;
  const thisYear = Number(today.slice(0, 4));
  if (month !== null)
    return year === null
      ? coming(
          today,
          [thisYear, thisYear + 1].map((y) => written(y, month, day)),
        )
      : existing(written(year, month, day));
  const thisMonth = Number(today.slice(5, 7));
  return coming(today, [
    written(thisYear, thisMonth, day),
    thisMonth === 12 ? written(thisYear + 1, 1, day) : written(thisYear, thisMonth + 1, day),
  ]);
}

/** The first that exists and is not over. */
function coming(today: CalendarDate, dates: readonly string[]): CalendarDate | null {
  return dates.find((date) => isCalendarDate(date) && date >= today) ?? null;
}

function existing(date: string): CalendarDate | null {
  return isCalendarDate(date) ? date : null;
}

function nextWeekday(today: CalendarDate, weekday: number): CalendarDate | null {
  const days = (weekday - isoWeekday(today) + 7) % 7;
  return days === 0 ? null : addDays(today, days);
}

function written(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

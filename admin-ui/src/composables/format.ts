// The design's rules for numbers, money and dates, as pure functions of (value, reader's locale, zone).
import { minorDigits } from "../../../server/shared/money.js";

/** As in the contract, but free of it: this module is pure. */
interface Amount {
  readonly minor: number;
  readonly currency: string;
}

const NBSP = "\u00a0";
const MINUS = "−";

/** So many decimals: grouped, in the reader's way, with a true minus. */
export function formatDecimal(value: number, locale: string, digits: number): string {
  const style = { useGrouping: "always", signDisplay: "negative" } as const;
  return new Intl.NumberFormat(locale, { ...style, minimumFractionDigits: digits, maximumFractionDigits: digits })
    .format(value)
    .replace("-", MINUS);
}

/** A count: grouped, in the reader's way, with a true minus. */
export function formatNumber(value: number, locale: string): string {
  return formatDecimal(value, locale, 0);
}

/** Decimals to print, by currency. */
export type Digits = Readonly<Record<string, number>>;

/** The same precision down a column: of each currency, and Colombian cents only where one of them is not zero. */
export function digitsFor(amounts: readonly Amount[]): Digits {
  const digits: Record<string, number> = {};
  for (const { minor, currency } of amounts) {
    const needed = currency === "COP" && minor % 100 === 0 ? 0 : minorDigits(currency);
    digits[currency] = Math.max(digits[currency] ?? 0, needed);
  }
  return digits;
}

/** The figure alone, for a column whose head names the currency. */
export function formatFigure(amount: Amount, locale: string, digits: Digits = digitsFor([amount])): string {
  const { minor, currency } = amount;
  return formatDecimal(minor / 10 ** minorDigits(currency), locale, digits[currency] ?? minorDigits(currency));
}

/** `COP 1,135,700`: code, no-break space, amount. */
export function formatMoney(amount: Amount, locale: string, digits?: Digits): string {
  return `${amount.currency}${NBSP}${formatFigure(amount, locale, digits)}`;
}

interface DateParts {
  weekday: string;
  day: string;
  month: string;
  year: string;
  time: string;
}

function partsOf(instant: number, locale: string, zone: string): DateParts {
  const format = (options: Intl.DateTimeFormatOptions, of = locale) =>
    new Intl.DateTimeFormat(of, { timeZone: zone, ...options }).format(instant).replaceAll(".", "");
  return {
    weekday: format({ weekday: "short" }),
    day: format({ day: "numeric" }, "en"),
    month: format({ month: "short" }),
    year: format({ year: "numeric" }, "en"),
    time: new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(instant),
  };
}

/** Calendar day (`2026-11-25`) of an instant in a zone. */
export function dayOf(instant: number, zone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(instant);
}

const instantOf = (date: string) => Date.parse(date.length === 10 ? `${date}T00:00:00Z` : date);
const zoneOf = (date: string, zone: string) => (date.length === 10 ? "UTC" : zone);

export interface DateStyle {
  /** Added where something is planned. */
  weekday?: boolean;
  /** ISO day of the reader's today: its year is left out. */
  today?: string | undefined;
}

/** `25 Nov 2026`, of a calendar date or of an instant in the zone; `Wed 25 Nov` with a weekday inside the current year. */
export function formatDate(date: string, locale: string, zone: string, { weekday = false, today }: DateStyle = {}): string {
  const parts = partsOf(instantOf(date), locale, zoneOf(date, zone));
  const year = today?.slice(0, 4) === parts.year ? [] : [parts.year];
  return [...(weekday ? [parts.weekday] : []), parts.day, parts.month, ...year].join(NBSP);
}

/** `15:42`, 24 hours, in the zone. */
export function formatTime(iso: string, locale: string, zone: string): string {
  return partsOf(Date.parse(iso), locale, zone).time;
}

/** Weekday, day and month apart, for calendar heads. */
export function dateHead(date: string, locale: string): { weekday: string; day: string; month: string } {
  const { weekday, day, month } = partsOf(instantOf(date), locale, "UTC");
  return { weekday, day, month };
}

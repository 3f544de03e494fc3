import { type Currency, minorDigits } from "../../../../shared/money.js";
import type { Locale } from "../../../../shared/locale.js";

const NBSP = "\u00a0";
const MINUS = "−";
const SIGN: Readonly<Record<string, string>> = { percent: `${NBSP}%` };

type Shown = Readonly<{ text: string | null; currency: string | null }>;

/** Plain decimal text in the reader's way, digit for digit. @param signed with a plus before what is more than nothing */
export function decimalIn(text: string, locale: Locale, signed = false): string {
  const places = text.split(".")[1]?.length ?? 0;
  const style = { useGrouping: "always", minimumFractionDigits: places, maximumFractionDigits: places } as const;
  const format = new Intl.NumberFormat(locale, { ...style, signDisplay: signed ? "exceptZero" : "negative" });
  // Formatted as text: a double would lose digits of what is exact.
  return format.format(text as `${number}`).replace("-", MINUS);
}

/** `COP 1,135,700`: as the panel writes it; Colombian cents only where there are some. */
export function amountIn(minor: number, currency: Currency, locale: Locale): string {
  const digits = currency === "COP" && minor % 100 === 0 ? 0 : minorDigits(currency);
  const units = (minor / 10 ** minorDigits(currency)).toFixed(digits);
  return `${currency}${NBSP}${decimalIn(units, locale)}`;
}

/** A figure as a reader sees it; null where it has none. @param hours the unit's word after working hours */
export function figureIn(unit: string, { text, currency }: Shown, locale: Locale, hours: (text: string) => string): string | null {
  if (text === null) return null;
  if (unit === "money" && currency !== null) {
    const plain = currency === "COP" ? text.replace(/\.00$/, "") : text;
    return `${currency}${NBSP}${decimalIn(plain, locale)}`;
  }
  if (unit === "duration") return hours(decimalIn((Number(text) / 3_600_000).toFixed(1), locale));
  return decimalIn(text, locale) + (SIGN[unit] ?? "");
}

/** `16 Nov 2026` in the reader's language: day, month, year, as the panel writes it. */
export function dayIn(day: string, locale: Locale, { year = true, weekday = false } = {}): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  const part = (style: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...style }).format(at).replaceAll(".", "");
  const parts = [
    ...(weekday ? [part({ weekday: "short" })] : []),
    String(Number(day.slice(8))),
    part({ month: "short" }),
    ...(year ? [day.slice(0, 4)] : []),
  ];
  return parts.join(NBSP);
}

/** `22 Nov 2026, 23:59` on the wall of the zone. */
export function instantIn(iso: string, zone: string, locale: Locale): string {
  const at = Date.parse(iso);
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
  return `${dayIn(day, locale)}, ${time}`;
}

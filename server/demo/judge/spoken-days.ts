import { DateTime } from "luxon";

const MONTHS: readonly (readonly string[])[] = ["es", "pt-BR"].map((locale) =>
  Array.from({ length: 12 }, (_, month) =>
    DateTime.utc(2026, month + 1, 1)
      .setLocale(locale)
      .toFormat("MMMM"),
  ),
);

/** The day a text in Spanish or Portuguese names, next after it was written unless it names the year; ISO. */
export function dayIn(text: string, at: number): string | null {
  const [, day, month, year] = /(\d{1,2}) de (\p{Ll}+)(?: de (\d{4}))?/u.exec(text) ?? [];
  const index = MONTHS.map((names) => names.indexOf(month ?? "")).find((found) => found >= 0);
  if (day === undefined || index === undefined) return null;
  const written = DateTime.fromMillis(at, { zone: "utc" });
  const named = DateTime.utc(Number(year ?? written.year), index + 1, Number(day));
  return (year === undefined && named < written.minus({ days: 2 }) ? named.plus({ years: 1 }) : named).toISODate();
}

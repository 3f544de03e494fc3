import { type Currency, minorDigits } from "../../../../shared/money.js";
import { decimalText, type Fraction, fraction, order, times } from "./arithmetic/fraction.js";
import type { Metric, MetricUnit } from "./metric.js";

const TIMES: Readonly<Partial<Record<MetricUnit, number>>> = { percent: 100, points: 100 };
/** Decimals of a figure; days and counts have them only where they are no whole number. Money has its currency's. */
const PLACES: Readonly<Record<Exclude<MetricUnit, "money">, number>> = {
  percent: 1,
  days: 1,
  count: 1,
  duration: 0,
  points: 0,
  multiple: 1,
};
/** Beyond this nobody can tell two figures apart, and nobody has so many cases. */
const MOST_PLACES = 40;

/** The value in the unit it is shown in: per cent of a share, units of money of minor ones. @param currency of an amount */
export function inUnit({ unit }: Pick<Metric, "unit">, value: Fraction, currency?: Currency): Fraction {
  if (unit === "money") return times(value, fraction(1n, 10n ** BigInt(currency === undefined ? 0 : minorDigits(currency))));
  return times(value, fraction(TIMES[unit] ?? 1));
}

/**
 * The figure as plain decimal text in its unit, with as many places as it takes that no bound is shown which was not reached: neither
 * 0 nor 100 per cent, nor an end of the objective. 9,996 of 10,000 is `99.96`, and one short of a million is never `100`.
 */
export function shownText(metric: Pick<Metric, "unit" | "objectives">, value: Fraction, currency?: Currency): string {
  const figure = inUnit(metric, value, currency);
  const bounds = metric.objectives.flatMap(({ from, to }) => [from, to]).filter((bound) => bound !== null && metric.unit !== "duration");
  const ends = metric.unit === "percent" ? [0, 100] : [];
  const unreached = [...bounds, ...ends].map((bound) => fraction(bound!)).filter((bound) => order(figure, bound) !== 0);
  const usual = placesOf(metric, figure, currency);
  for (let places = usual; places < MOST_PLACES; places++) {
    const text = decimalText(figure, places);
    if (unreached.every((bound) => decimalText(bound, places) !== text)) return text;
  }
  return decimalText(figure, MOST_PLACES);
}

function placesOf({ unit }: Pick<Metric, "unit">, figure: Fraction, currency?: Currency): number {
  if (unit === "money") return currency === undefined ? 2 : minorDigits(currency);
  if ((unit === "days" || unit === "count") && figure.under === 1n) return 0;
  return PLACES[unit];
}

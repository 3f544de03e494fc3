import { type CalendarDate } from "../../../../shared/calendar.js";
import { type Currency, minorDigits } from "../../../../shared/money.js";
import { decimalFraction, decimalText, fraction, times, type Whole, whole } from "./arithmetic/fraction.js";
import { evaluateMetric } from "./evaluate-metric.js";
import type { Measure } from "./measure.js";
import { type Metric } from "./metric.js";
import type { MetricValue } from "./metric-value.js";

/** Rates from somewhere: one unit of a currency in `into`, by day. */
export interface RateTable {
  readonly into: Currency;
  /** Whose rates they are, printed beside every figure made with them. */
  readonly source: string;
  /** Plain decimal text, `"0.00025"`; `null` for a day or currency the table lacks: no other day's rate is taken instead. */
  readonly rate: (currency: Currency, day: CalendarDate) => string | null;
}

/** What was counted of one measure in one currency: money that moved on its value date, a balance on the day it stood so. */
export interface DatedAmount {
  readonly measure: Measure;
  readonly currency: Currency;
  readonly day: CalendarDate;
  readonly minor: Whole;
}

/** A row the figure is made of, in both currencies, to the minor unit. */
export interface ConvertedAmount extends DatedAmount {
  readonly rate: string;
  readonly into: bigint;
}

export interface Consolidated {
  readonly source: string;
  readonly value: MetricValue;
  /** Each row is rounded by itself, so that what is shown adds up to the whole. */
  readonly rows: readonly ConvertedAmount[];
  /** What no rate was found for; the figure has no value then. */
  readonly unconverted: readonly DatedAmount[];
}

/**
 * One figure over several currencies, a quotient of sums and never a mean of quotients.
 * It stands beside the figures of each currency, which it does not replace.
 */
export function consolidate(
  metric: Metric,
  amounts: readonly DatedAmount[],
  rates: RateTable,
  more: { readonly n: number; readonly days?: number; readonly months?: number },
): Consolidated {
  const unconverted: DatedAmount[] = [];
  const rows = amounts.flatMap((amount): ConvertedAmount[] => {
    const rate = amount.currency === rates.into ? "1" : rates.rate(amount.currency, amount.day);
    if (rate !== null) return [{ ...amount, rate, into: converted(amount, rate, rates.into) }];
    unconverted.push(amount);
    return [];
  });
  if (unconverted.length > 0) {
    return { source: rates.source, value: { state: "no_data", reason: "rate_missing", currency: rates.into }, rows, unconverted };
  }
  const values: Partial<Record<Measure, bigint>> = {};
  for (const { measure, into } of rows) values[measure] = (values[measure] ?? 0n) + into;
  return { source: rates.source, value: evaluateMetric(metric, { values, currency: rates.into, ...more }), rows, unconverted };
}

function converted({ minor, currency }: DatedAmount, rate: string, into: Currency): bigint {
  const units = fraction(10n ** BigInt(minorDigits(into)), 10n ** BigInt(minorDigits(currency)));
  return BigInt(decimalText(times(times(fraction(whole(minor)), decimalFraction(rate)), units), 0));
}

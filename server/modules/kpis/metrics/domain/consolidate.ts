import { type CalendarDate } from "../../../../shared/calendar.js";
import { type Currency, minorDigits } from "../../../../shared/money.js";
import { decimalFraction, decimalText, fraction, times, type Whole, whole } from "./arithmetic/fraction.js";
import { evaluateMetric } from "./evaluate-metric.js";
import { isMoney, type Measure } from "./measure.js";
import { measuresOf, type Metric } from "./metric.js";
import type { MetricValue } from "./metric-value.js";

/** Rates from somewhere: one unit of a currency in `into`, by day. */
export interface RateTable {
  readonly into: Currency;
  readonly rate: (currency: Currency, day: CalendarDate) => DayRate;
}

/** The rate for a day: plain decimal text (`"0.00025"`), of which day, and whose it is; or why there is none. */
export type DayRate =
  | { readonly state: "known"; readonly rate: string; readonly day: CalendarDate; readonly source: string }
  | { readonly state: "missing" }
  /** The last one there is holds no more. */
  | { readonly state: "too_old"; readonly day: CalendarDate };

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
  /** The day the rate is of. */
  readonly rateDay: CalendarDate;
  /** Whose rate it is; null of what is in that currency already. */
  readonly source: string | null;
  readonly into: bigint;
}

export interface UnconvertedAmount extends DatedAmount {
  /** Of the last rate, which is too old; null where there is none. */
  readonly lastDay: CalendarDate | null;
}

export interface Consolidated {
  readonly value: MetricValue;
  /** Each row is rounded by itself, so that what is shown adds up to the whole. */
  readonly rows: readonly ConvertedAmount[];
  /** What no rate was found for; the figure has no value then. */
  readonly unconverted: readonly UnconvertedAmount[];
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
  const unconverted: UnconvertedAmount[] = [];
  const rows = amounts.flatMap((amount): ConvertedAmount[] => {
    if (amount.currency === rates.into) return [{ ...amount, rate: "1", rateDay: amount.day, source: null, into: whole(amount.minor) }];
    const found = rates.rate(amount.currency, amount.day);
    if (found.state === "known") {
      const { rate, day: rateDay, source } = found;
      return [{ ...amount, rate, rateDay, source, into: converted(amount, rate, rates.into) }];
    }
    unconverted.push({ ...amount, lastDay: found.state === "too_old" ? found.day : null });
    return [];
  });
  if (unconverted.length > 0) {
    return { value: { state: "no_data", reason: "rate_missing", currency: rates.into }, rows, unconverted };
  }
  const values: Partial<Record<Measure, bigint>> = {};
  // What nobody owes or paid in any currency is none of it.
  for (const measure of measuresOf(metric).filter(isMoney)) values[measure] = 0n;
  for (const { measure, into } of rows) values[measure] = (values[measure] ?? 0n) + into;
  return { value: evaluateMetric(metric, { values, currency: rates.into, ...more }), rows, unconverted };
}

function converted({ minor, currency }: DatedAmount, rate: string, into: Currency): bigint {
  const units = fraction(10n ** BigInt(minorDigits(into)), 10n ** BigInt(minorDigits(currency)));
  return BigInt(decimalText(times(times(fraction(whole(minor)), decimalFraction(rate)), units), 0));
}

import type { Currency } from "../../../../shared/money.js";
import type { Instant } from "../../../../shared/instant.js";
import { wholeDay } from "../../../../shared/zone.js";
import type { Measure } from "../../metrics/domain/measure.js";
import type { ReportingPeriod } from "../../metrics/domain/period.js";

export type Counts = Partial<Record<Measure, number>>;

/** What was counted in a period: in each currency, and whatever the currency. A measure nobody counted is absent, which is not zero. */
export interface Counted {
  readonly all: Counts;
  readonly currencies: ReadonlyMap<Currency, Counts>;
}

/** A period, and what was known of it. */
export interface Question {
  readonly accountId: number;
  readonly period: ReportingPeriod;
  /** What was written down later does not count. */
  readonly asOf: Instant;
}

/** The instants at which a question's period begins and ends; what has not come yet has ended at `asOf`. */
export function edgesOf({ period, asOf }: Question): { readonly start: Instant; readonly end: Instant } {
  const start = wholeDay(period.zone, period.start).start;
  return { start: Math.min(start, asOf), end: Math.min(wholeDay(period.zone, period.end).start, asOf) };
}

/** Adds up what several readers counted of different measures. */
export function together(parts: readonly Counted[]): Counted {
  const currencies = new Map<Currency, Counts>();
  for (const part of parts)
    for (const [currency, counts] of part.currencies) currencies.set(currency, { ...currencies.get(currency), ...counts });
  return { all: Object.assign({}, ...parts.map(({ all }) => all)) as Counts, currencies };
}

/** Puts rows of one measure each into `currencies`; a currency that has none of a measure that was counted has zero of it. */
export function byCurrency(
  measures: readonly Measure[],
  rows: readonly { readonly currency: Currency; readonly measure: Measure; readonly total: number }[],
): Map<Currency, Counts> {
  const zero = Object.fromEntries(measures.map((measure) => [measure, 0])) as Counts;
  const currencies = new Map<Currency, Counts>();
  for (const { currency, measure, total } of rows) {
    const counts = currencies.get(currency) ?? { ...zero };
    currencies.set(currency, { ...counts, [measure]: (counts[measure] ?? 0) + total });
  }
  return currencies;
}

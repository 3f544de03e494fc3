import type { Currency } from "../../../../shared/money.js";
import type { Instant } from "../../../../shared/instant.js";
import { wholeDay } from "../../../../shared/zone.js";
import type { Measure } from "../../metrics/domain/measure.js";
import type { ReportingPeriod } from "../../metrics/domain/period.js";
import { type DatedInstant, datedAt } from "../../projections/domain/account-day.js";

export type Counts = Partial<Record<Measure, number>>;

/** What was counted in a period: in each currency, and whatever the currency. A measure nobody counted is absent, which is not zero. */
export interface Counted {
  readonly all: Counts;
  readonly currencies: ReadonlyMap<Currency, Counts>;
  /** What was counted in each currency: one that is not named had none of it. */
  readonly inEach: readonly Measure[];
  /** What is known of measures that are not known as a whole. */
  readonly inPart?: ReadonlyMap<Currency, Counts>;
  /** How many cases an amount is made of, in each currency, by its measure. */
  readonly behind?: ReadonlyMap<Currency, Counts>;
  /** Brings no currency in which nobody else counted anything: a tool paid in dollars makes no portfolio in dollars. */
  readonly follows?: boolean;
}

/** Somebody who counts some of the measures. */
export interface Counter {
  readonly measures: readonly Measure[];
  count(question: Question): Promise<Counted>;
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

/** The same with the days they lie in, by which debts are as old as they are. */
export function datedEdgesOf(question: Question): { readonly start: DatedInstant; readonly end: DatedInstant } {
  const { start, end } = edgesOf(question);
  const { zone } = question.period;
  return { start: datedAt(zone, start), end: datedAt(zone, end) };
}

/**
 * Puts together what several counted of different measures.
 * @param asked a currency that is there even where nobody counted anything in it
 */
export function together(parts: readonly Counted[], asked: Currency | null = null): Counted {
  const inEach = parts.flatMap((part) => part.inEach);
  const leading = parts.filter(({ follows }) => !follows);
  const known = new Set([...(asked === null ? [] : [asked]), ...leading.flatMap((part) => [...part.currencies.keys()])]);
  const none = zeroOf(inEach);
  const currencies = [...known].map((currency): [Currency, Counts] => [
    currency,
    Object.assign({}, none, ...parts.map((part) => part.currencies.get(currency) ?? {})) as Counts,
  ]);
  return {
    all: Object.assign({}, ...parts.map(({ all }) => all)) as Counts,
    currencies: new Map(currencies),
    inEach,
    inPart: new Map(parts.flatMap(({ inPart }) => [...(inPart ?? [])])),
    behind: new Map([...known].map((currency) => [currency, behindOf(parts, currency)])),
  };
}

/** A currency without cases of a measure whose cases are counted has none of them. */
function behindOf(parts: readonly Counted[], currency: Currency): Counts {
  const counted = parts.flatMap(({ behind }) => [...(behind?.values() ?? [])].flatMap((counts) => Object.keys(counts) as Measure[]));
  return Object.assign({}, zeroOf(counted), ...parts.map(({ behind }) => behind?.get(currency) ?? {})) as Counts;
}

/** Puts rows of one measure each into `currencies`; a currency that has none of a measure that was counted has zero of it. */
export function byCurrency(
  measures: readonly Measure[],
  rows: readonly { readonly currency: Currency; readonly measure: Measure; readonly total: number }[],
): Map<Currency, Counts> {
  const zero = zeroOf(measures);
  const currencies = new Map<Currency, Counts>();
  for (const { currency, measure, total } of rows) {
    const counts = currencies.get(currency) ?? { ...zero };
    currencies.set(currency, { ...counts, [measure]: (counts[measure] ?? 0) + total });
  }
  return currencies;
}

function zeroOf(measures: readonly Measure[]): Counts {
  return Object.fromEntries(measures.map((measure) => [measure, 0]));
}

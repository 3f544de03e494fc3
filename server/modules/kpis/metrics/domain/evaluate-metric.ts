import { invalid } from "../../../../shared/errors.js";
import { type Currency, isIsoCurrency } from "../../../../shared/money.js";
import { decimalText, type Fraction, fraction, times, type Whole, whole } from "./arithmetic/fraction.js";
import type { Measure } from "./measure.js";
import { isPerCurrency, measureOf, type Metric, type Term } from "./metric.js";
import type { MetricValue, NoDataReason } from "./metric-value.js";

/** What was counted for one figure: of one period, one currency, one part of the portfolio. */
export interface Measured {
  /** Minor units, counts, days, milliseconds. A measure that nobody counted is absent, which is not zero. */
  readonly values: Readonly<Partial<Record<Measure, Whole>>>;
  /** What is known of measures that are absent because they are not known as a whole. */
  readonly inPart?: Readonly<Partial<Record<Measure, Whole>>>;
  /** Of a figure made of amounts; amounts of another currency are measured apart. */
  readonly currency?: Currency;
  /** Cases behind it. */
  readonly n: number;
  /** Of the period; asked for by figures in days, and by those spread over months. */
  readonly days?: number;
  readonly months?: number;
}

/**
 * A quotient or a total from what was counted, exactly.
 * @throws DomainError `metric.currency_unknown` where amounts come without an existing currency, `metric.length_unknown` where the days or
 * months of the period are needed and are not given, `metric.inexact` for an amount that has lost its last unit
 * @throws TypeError for a figure that is no quotient and no total
 */
export function evaluateMetric(metric: Metric, measured: Measured): MetricValue {
  const { numerator, denominator, method, id } = metric;
  if (method !== "quotient" && method !== "total") throw new TypeError(`${id} is no quotient`);
  const currency = currencyOf(metric, measured);
  if (metric.edges.includes("no_sales") && measured.values["sales.credit"] === undefined) return notApplicable(metric);
  const missing = [...numerator, ...(denominator ?? [])].map(measureOf).find((measure) => measured.values[measure] === undefined);
  if (missing)
    return {
      state: "no_data",
      reason: metric.pending ?? REASONS[missing] ?? "not_recorded",
      missing,
      ...inPartOf(metric, measured),
      ...currency,
    };
  const spread = [...numerator, ...(denominator ?? [])].some((term) => term.endsWith("/months"));
  const parts = spread ? lengthOf(measured.months, "months") : 1;
  const above = sumOf(numerator, measured, parts);
  const line = (total: bigint) => BigInt(decimalText(fraction(total, parts), 0));
  if (denominator === null) return resultOf(fraction(above, parts), measured.n, "nothing_below", measured.currency);
  const below = sumOf(denominator, measured, parts);
  if (below <= 0n) return { state: "no_data", reason: "nothing_below", numerator: line(above), ...currency };
  const share = fraction(above, below);
  const value = metric.timesDays ? times(share, fraction(lengthOf(measured.days, "days"))) : share;
  return { state: "value", value, numerator: line(above), denominator: line(below), n: measured.n, ...currency };
}

/** Why some measures are absent, where it is not that nobody counts them yet. */
const REASONS: Readonly<Partial<Record<Measure, NoDataReason>>> = { "costs.all": "cost_missing" };

/** What is above the line, as far as it is known, where it is one measure alone: of a difference half would say nothing. */
function inPartOf({ numerator: [only, ...others] }: Metric, { inPart }: Measured): { readonly numerator?: bigint } {
  if (only === undefined || others.length > 0 || inPart === undefined) return {};
  const known = inPart[measureOf(only)];
  return known === undefined ? {} : { numerator: whole(known) };
}

/** Of a portfolio whose creditor tells no credit sales: days of sales are not unknown there, they mean nothing. */
export function notApplicable({ id, instead }: Pick<Metric, "id" | "instead">): MetricValue {
  return { state: "not_applicable", reason: "no_sales", instead: instead ?? id };
}

/** Of a method of its own: the exact result, or why there is none. `n` is the number of cases it was made of. */
export function resultOf(value: Fraction | null, n: number, reason: NoDataReason, currency?: Currency): MetricValue {
  if (value === null) return { state: "no_data", reason, ...(currency && { currency }) };
  return { state: "value", value, numerator: value.over, denominator: value.under, n, ...(currency && { currency }) };
}

/** Everything is taken times the parts that some of it is spread over, so that nothing is divided before the end. */
function sumOf(terms: readonly Term[], { values }: Measured, parts: number): bigint {
  const factor = BigInt(parts);
  return terms.reduce((total, term) => {
    const amount = whole(values[measureOf(term)]!) * (term.endsWith("/months") ? 1n : factor);
    return term.startsWith("-") ? total - amount : total + amount;
  }, 0n);
}

function lengthOf(length: number | undefined, field: string): number {
  if (length !== undefined && Number.isSafeInteger(length) && length > 0) return length;
  throw invalid("metric.length_unknown", "This figure needs a period of at least one whole day or month.", { field });
}

function currencyOf(metric: Metric, { currency }: Measured): { readonly currency?: Currency } {
  if (!isPerCurrency(metric)) return {};
  if (currency !== undefined && isIsoCurrency(currency)) return { currency };
  throw invalid("metric.currency_unknown", "An amount needs a currency that ISO 4217 lists.", { field: "currency" });
}

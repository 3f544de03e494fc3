import type { Instant } from "../../../../shared/instant.js";
import type { Currency } from "../../../../shared/money.js";
import type { StageId } from "../../../../shared/stage.js";
import { concurrencyOf } from "./arithmetic/concurrency.js";
import { countback, type SalesMonth } from "./arithmetic/countback.js";
import { fraction, type Whole } from "./arithmetic/fraction.js";
import { middle } from "./arithmetic/middle.js";
import { survivalMedian } from "./arithmetic/survival.js";
import { casesIn, type Tally } from "./arithmetic/tally.js";
import { rollForecast } from "./cases/roll-forecast.js";
import { ROLL_PARTS, type RollColumn, type RollMatrix, type RollRow } from "./cases/roll-moves.js";
import { notApplicable, resultOf } from "./evaluate-metric.js";
import type { Metric } from "./metric.js";
import type { MetricValue } from "./metric-value.js";

// What is no quotient of sums: each method of `Metric` as a figure, or the reason that it has none.

/** `median`: days, milliseconds, of each case. */
export function medianFigure(values: readonly Tally[]): MetricValue {
  return resultOf(middle(values), casesIn(values), "nothing_closed");
}

/** `survival`: in days. @param open days so far of those that have not ended */
export function survivalFigure(closed: readonly Tally[], open: readonly Tally[]): MetricValue {
  const days = survivalMedian(closed, open);
  const reason = closed.length === 0 ? "nothing_closed" : "half_not_reached";
  return resultOf(days === null ? null : fraction(days), casesIn(closed) + casesIn(open), reason);
}

/** `countback`: in days. @param months newest first; `null` where the creditor tells no sales */
export function countbackFigure(metric: Metric, receivables: Whole, months: readonly SalesMonth[] | null, currency: Currency): MetricValue {
  if (months === null) return notApplicable(metric);
  return resultOf(countback(receivables, months), months.length, "older_than_sales", currency);
}

/** `peak`: what was open at once at most. */
export function peakFigure(spans: readonly { readonly start: Instant; readonly end: Instant }[]): MetricValue {
  const { peak } = concurrencyOf(spans);
  return resultOf(peak === 0 ? null : fraction(peak), spans.length, "nothing_below");
}

/** `matrix`: of one row the share of each column; they add up to one. @param n accounts of the row @param currency of amounts */
export function rollRowFigures(row: RollRow, n: number, currency?: Currency): Readonly<Record<RollColumn, MetricValue>> {
  const shares = Object.entries(row.cells).map(([column, cell]): [string, MetricValue] => {
    const own = currency === undefined ? {} : { currency };
    if (row.opening === 0n) return [column, { state: "no_data", reason: "nothing_below", ...own }];
    return [column, { state: "value", value: fraction(cell, row.opening), numerator: cell, denominator: row.opening, n, ...own }];
  });
  return Object.fromEntries(shares) as Record<RollColumn, MetricValue>;
}

/** `matrix`, over all stages: the share of each part; they add up to one. @param n accounts that were there @param currency of amounts */
export function rollPartFigures({ rows }: RollMatrix, n: number, currency?: Currency): MetricValue[] {
  const opening = rows.reduce((sum, row) => sum + row.opening, 0n);
  const own = currency === undefined ? {} : { currency };
  if (opening === 0n) return [{ state: "no_data", reason: "nothing_below", ...own }];
  return ROLL_PARTS.map((part) => {
    const size = rows.reduce((sum, row) => sum + (part in row.cells ? row.cells[part as RollColumn] : row[part as "better"]), 0n);
    return { state: "value", value: fraction(size, opening), numerator: size, denominator: opening, n, part, ...own };
  });
}

/** `forecast`: in minor units. @param balances what is owed now @param n accounts */
export function forecastFigures(
  matrix: RollMatrix,
  balances: Readonly<Partial<Record<StageId, bigint>>>,
  n: number,
  currency: Currency,
): { readonly collectable: MetricValue; readonly lost: MetricValue } {
  const forecast = rollForecast(matrix, balances);
  const figure = (part: "collectable" | "lost") =>
    typeof forecast === "string" ? resultOf(null, n, forecast, currency) : resultOf(forecast[part], n, "nothing_below", currency);
  return { collectable: figure("collectable"), lost: figure("lost") };
}

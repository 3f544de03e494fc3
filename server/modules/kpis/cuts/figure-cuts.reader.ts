import { Injectable } from "@nestjs/common";
import { daysBetween } from "../../../shared/calendar.js";
import { invalid } from "../../../shared/errors.js";
import type { Currency } from "../../../shared/money.js";
import type { Question } from "../measures/domain/counted.js";
import { evaluateMetric } from "../metrics/domain/evaluate-metric.js";
import type { Measure } from "../metrics/domain/measure.js";
import { type Dimension, isPerCurrency, type Metric, measureOf, measuresOf } from "../metrics/domain/metric.js";
import type { MetricValue } from "../metrics/domain/metric-value.js";
import { type CutLine, CutSources } from "./cut-sources.reader.js";
import type { CutFilter } from "./domain/cut-filter.js";

export interface CutAsked {
  readonly question: Question;
  readonly metrics: readonly Metric[];
  /** Null: everything together, of what the filters leave. */
  readonly by: Dimension | null;
  readonly where: readonly CutFilter[];
  /** Of amounts. */
  readonly currency: Currency | null;
  /** Of this debtor alone. */
  readonly debtorId?: number;
}

export interface CutRow {
  /** Null: it is not known of these. */
  readonly value: string | null;
  readonly figures: readonly { readonly metric: Metric; readonly values: readonly MetricValue[] }[];
}

/** Figures of parts: of each value of a dimension, of what is of some values alone. */
@Injectable()
export class FigureCuts {
  constructor(private readonly sources: CutSources) {}

  dimensionsOf(metric: Metric): Dimension[] {
    return this.sources.dimensionsOf(metric);
  }

  /** The filters' dimensions by which a figure cannot be cut. */
  notBy(metric: Metric, where: readonly CutFilter[]): Dimension[] {
    const possible = this.sources.dimensionsOf(metric);
    return where.flatMap(({ dimension }) => (possible.includes(dimension) ? [] : [dimension]));
  }

  /**
   * In no order; nothing where a filter has no value left that the reader may ask for. Cut by segment, something may be in several: those rows add up to more than there is. What the filters leave is there once.
   * @throws DomainError `figures.not_cut_by` for a dimension that one of the metrics cannot be cut by
   */
  async of({ question, metrics, by, where, currency, debtorId }: CutAsked): Promise<CutRow[]> {
    const asked = where.map(({ dimension }) => dimension);
    for (const metric of metrics) this.refuse(metric, [...(by === null ? [] : [by]), ...asked]);
    const segments = where.find(({ dimension }) => dimension === "segment");
    const others = where.filter(({ dimension }) => dimension !== "segment");
    const dimensions = [...new Set([...(by === null ? [] : [by]), ...others.map(({ dimension }) => dimension)])];
    if (where.some(({ values }) => values.length === 0)) return [];
    const measures = [...new Set(metrics.flatMap(measuresOf))];
    const amountsAlone = currency !== null && metrics.every(isPerCurrency);
    const lines = (await this.sources.lines(question, measures, dimensions, { segments, debtorId })).filter(
      ({ values, currency: own }) =>
        !(amountsAlone && own !== currency) && others.every(({ dimension, values: wanted }) => wanted.includes(values[dimension] ?? "-")),
    );
    const days = daysBetween(question.period.start, question.period.end);
    const parts = by === null ? new Map<string | null, CutLine[]>([[null, lines]]) : Map.groupBy(lines, ({ values }) => values[by] ?? null);
    return [...parts].map(([value, own]) => ({
      value,
      figures: metrics.map((metric) => ({ metric, values: figuresOf(metric, own, days, currency) })),
    }));
  }

  private refuse(metric: Metric, dimensions: readonly Dimension[]): void {
    const possible = this.sources.dimensionsOf(metric);
    const other = dimensions.find((dimension) => !possible.includes(dimension));
    if (possible.length > 0 && other === undefined) return;
    const remedy = possible.length === 0 ? "It is not made of rows that can be told apart." : `Cut it by ${possible.join(", ")}.`;
    const params = { id: metric.id, dimension: other ?? "" };
    throw invalid("figures.not_cut_by", `${metric.id} cannot be cut like this.`, {
      field: other === undefined ? "ids" : "by",
      remedy,
      params,
    });
  }
}

function figuresOf(metric: Metric, lines: readonly CutLine[], days: number, currency: Currency | null): MetricValue[] {
  if (!isPerCurrency(metric)) return [evaluateMetric(metric, { values: added(metric, lines), days, n: sizeOf(metric, lines) })];
  const currencies = currency === null ? [...new Set(lines.flatMap(({ currency: own }) => own ?? []))].toSorted() : [currency];
  return currencies.map((code) => {
    const own = lines.filter((line) => line.currency === code);
    return evaluateMetric(metric, { values: added(metric, own), days, n: sizeOf(metric, own), currency: code });
  });
}

/** Nothing of a part is zero of it: the rows of all of its measures were asked for. */
function added(metric: Metric, lines: readonly CutLine[]): Partial<Record<Measure, number>> {
  return Object.fromEntries(
    measuresOf(metric).map((measure) => [measure, lines.reduce((sum, { totals }) => sum + (totals[measure] ?? 0), 0)]),
  );
}

/** What is below the line; of a total nothing is counted. */
function sizeOf(metric: Metric, lines: readonly CutLine[]): number {
  const [below] = metric.denominator ?? [];
  return below === undefined || isPerCurrency(metric) ? 0 : (added(metric, lines)[measureOf(below)] ?? 0);
}

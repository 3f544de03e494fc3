import { Injectable } from "@nestjs/common";
import type { Currency } from "../../../shared/money.js";
import { daysBetween } from "../../../shared/calendar.js";
import { evaluateMetric } from "../metrics/domain/evaluate-metric.js";
import { isPerCurrency, measuresOf, type Metric } from "../metrics/domain/metric.js";
import type { Measure } from "../metrics/domain/measure.js";
import type { MetricValue } from "../metrics/domain/metric-value.js";
import type { ReportingPeriod } from "../metrics/domain/period.js";
import { METRICS } from "../metrics/domain/registry.js";
import { CostMeasures } from "../costs/cost-measures.view.js";
import { ContactMeasures } from "./contact-measures.view.js";
import { DebtMeasures } from "./debt-measures.view.js";
import { casesBehind, countedBy } from "./domain/cases-behind.js";
import { type Counted, type Counter, type Counts, type Question, together } from "./domain/counted.js";
import { FiguresByMethod } from "./figures-by-method.reader.js";
import { MoneyMeasures } from "./money-measures.view.js";
import { PromiseMeasures } from "./promise-measures.view.js";
import { RecoveryTimes } from "./recovery-times.view.js";
import { WorkCounters } from "./work/work-counters.reader.js";

export interface MetricOfPeriod {
  readonly metric: Metric;
  /** One a currency where it is made of amounts, else one. Empty where there is no currency to make it of. */
  readonly values: readonly MetricValue[];
}

/** The figures of a period, as they were known at an instant. */
@Injectable()
export class Figures {
  private readonly counters: readonly Counter[];

  constructor(
    debts: DebtMeasures,
    money: MoneyMeasures,
    contacts: ContactMeasures,
    promises: PromiseMeasures,
    times: RecoveryTimes,
    costs: CostMeasures,
    work: WorkCounters,
    private readonly byMethod: FiguresByMethod,
  ) {
    this.counters = [debts, money, contacts, promises, times, costs, ...work.all];
  }

  /**
   * @param metrics those that are asked for; only what they are made of is counted
   * @param currency the only one, which has its figures even where nothing was counted in it; null: each that was counted
   */
  async of(question: Question, metrics: readonly Metric[] = METRICS, currency: Currency | null = null): Promise<MetricOfPeriod[]> {
    const { all, currencies, inPart, behind } = await this.count(question, metrics, currency);
    const asked = currency === null ? currencies : new Map([[currency, currencies.get(currency) ?? {}]]);
    const days = daysBetween(question.period.start, question.period.end);
    const own = await this.byMethod.of(question, metrics, currency);
    return metrics.map((metric) => ({
      metric,
      values: own.get(metric.id) ?? valuesOf(metric, { all, currencies: asked, inPart, behind }, days),
    }));
  }

  /** What one metric is made of: each of its measures as it was counted, whatever the currency and in each. */
  async madeOf(question: Question, metric: Metric): Promise<Counted> {
    const { all, currencies, inEach } = await this.count(question, [metric], null);
    const own = (counts: Counts): Counts => Object.fromEntries(measuresOf(metric).flatMap((measure) => pair(measure, counts[measure])));
    return { all: own(all), currencies: new Map([...currencies].map(([currency, counts]) => [currency, own(counts)])), inEach };
  }

  /** The same of several periods, in their order. */
  async inEach(
    periods: readonly ReportingPeriod[],
    { accountId, asOf }: Omit<Question, "period">,
    metrics: readonly Metric[],
    currency: Currency | null = null,
  ): Promise<{ readonly period: ReportingPeriod; readonly figures: readonly MetricOfPeriod[] }[]> {
    const each: { readonly period: ReportingPeriod; readonly figures: readonly MetricOfPeriod[] }[] = [];
    for (const period of periods) each.push({ period, figures: await this.of({ accountId, period, asOf }, metrics, currency) });
    return each;
  }

  private async count(question: Question, metrics: readonly Metric[], currency: Currency | null): Promise<Counted> {
    const needed = new Set(metrics.flatMap((metric): Measure[] => [...measuresOf(metric), countedBy(metric)]));
    const counters = this.counters.filter(({ measures }) => measures.some((measure) => needed.has(measure)));
    const parts: Counted[] = [];
    for (const counter of counters) parts.push(await counter.count(question));
    return together(parts, currency);
  }
}

function valuesOf(metric: Metric, { all, currencies, inPart, behind }: Omit<Counted, "inEach">, days: number): MetricValue[] {
  if (metric.method !== "quotient" && metric.method !== "total") return [{ state: "no_data", reason: metric.pending ?? "not_recorded" }];
  if (!isPerCurrency(metric)) return [evaluateMetric(metric, { values: all, days, n: casesBehind(metric, all) })];
  return [...currencies]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, counts]) => {
      const values = { ...all, ...counts };
      const n = casesBehind(metric, values, behind?.get(currency));
      return evaluateMetric(metric, { values, days, n, currency, inPart: inPart?.get(currency) ?? {} });
    });
}

function pair(measure: Measure, total: number | undefined): [Measure, number][] {
  return total === undefined ? [] : [[measure, total]];
}

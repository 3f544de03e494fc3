import { Injectable } from "@nestjs/common";
import type { Currency } from "../../../shared/money.js";
import { daysBetween } from "../../../shared/calendar.js";
import { evaluateMetric, type Measured } from "../metrics/domain/evaluate-metric.js";
import { isPerCurrency, type Metric } from "../metrics/domain/metric.js";
import type { MetricValue } from "../metrics/domain/metric-value.js";
import { METRICS } from "../metrics/domain/registry.js";
import { ContactMeasures } from "./contact-measures.view.js";
import { DebtMeasures } from "./debt-measures.view.js";
import { type Counted, type Counts, type Question, together } from "./domain/counted.js";
import { MoneyMeasures } from "./money-measures.view.js";
import { PromiseMeasures } from "./promise-measures.view.js";

export interface MetricOfPeriod {
  readonly metric: Metric;
  /** One a currency where it is made of amounts, else one. Empty where there is no currency to make it of. */
  readonly values: readonly MetricValue[];
}

/** The figures of a period, as they were known at an instant. */
@Injectable()
export class Figures {
  constructor(
    private readonly debts: DebtMeasures,
    private readonly money: MoneyMeasures,
    private readonly contacts: ContactMeasures,
    private readonly promises: PromiseMeasures,
  ) {}

  async of(question: Question): Promise<MetricOfPeriod[]> {
    const counted = await this.count(question);
    const days = daysBetween(question.period.start, question.period.end);
    return METRICS.map((metric) => ({ metric, values: valuesOf(metric, counted, days) }));
  }

  async count(question: Question): Promise<Counted> {
    const parts: Counted[] = [];
    for (const reader of [this.debts, this.money, this.contacts, this.promises]) parts.push(await reader.count(question));
    return together(parts);
  }
}

function valuesOf(metric: Metric, { all, currencies }: Counted, days: number): MetricValue[] {
  if (metric.method !== "quotient" && metric.method !== "total") return [{ state: "no_data", reason: metric.pending ?? "not_recorded" }];
  if (!isPerCurrency(metric)) return [evaluateMetric(metric, measured(metric, all, days))];
  return [...currencies]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, counts]) => evaluateMetric(metric, measured(metric, { ...all, ...counts }, days, currency)));
}

function measured(metric: Metric, values: Counts, days: number, currency?: Currency): Measured {
  return { values, days, n: values[COUNTED_BY[metric.cases] ?? "debtors.owing"] ?? 0, ...(currency === undefined ? {} : { currency }) };
}

/** What the cases behind a figure are counted by. */
const COUNTED_BY: Partial<Record<Metric["cases"], keyof Counts>> = {
  attempts: "attempts.made",
  promises: "promises.due",
  accounts: "accounts.open",
  payments: "accounts.paying",
};

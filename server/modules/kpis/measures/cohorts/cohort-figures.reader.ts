import { Injectable } from "@nestjs/common";
import { addDays, type CalendarDate } from "../../../../shared/calendar.js";
import { localDate } from "../../../../shared/zone.js";
import { RECOVERY_DAY_30, RECOVERY_DAY_60, RECOVERY_DAY_90 } from "../../metrics/domain/definitions/recovery/recovery-cohort.js";
import { evaluateMetric } from "../../metrics/domain/evaluate-metric.js";
import type { Metric } from "../../metrics/domain/metric.js";
import type { MetricValue } from "../../metrics/domain/metric-value.js";
import type { Question } from "../domain/counted.js";
import type { FigureMethod, FiguresById } from "../domain/figures-by-id.js";
import { type CohortReading, Cohorts } from "./cohorts.view.js";

/** The readings of a cohort: so many days after placement, and the metric that says so. */
export const READINGS: readonly { readonly day: number; readonly metric: Metric }[] = [
  { day: 30, metric: RECOVERY_DAY_30 },
  { day: 60, metric: RECOVERY_DAY_60 },
  { day: 90, metric: RECOVERY_DAY_90 },
];

/** What debts placed in a period brought by day 30, 60 and 90; those that are not old enough are left out. */
@Injectable()
export class CohortFigures implements FigureMethod {
  readonly ids = READINGS.map(({ metric }) => metric.id);

  constructor(private readonly cohorts: Cohorts) {}

  async figures(question: Question): Promise<FiguresById> {
    const { accountId, period, asOf } = question;
    const asked = { accountId, placedFrom: period.start, placedBefore: period.end, asOf };
    const readings = await this.cohorts.readings(
      asked,
      READINGS.map(({ day }) => day),
      lastWholeDay(period.zone, asOf),
    );
    const of = (wanted: number) => readings.filter(({ day }) => day === wanted);
    return new Map(READINGS.map(({ day, metric }) => [metric.id, of(day).map((reading) => readingFigure(metric, reading))]));
  }
}

/** The last day of which nothing can come any more. */
export function lastWholeDay(zone: string, asOf: number): CalendarDate {
  return addDays(localDate(zone, asOf), -1);
}

export function readingFigure(
  metric: Metric,
  { debts, young, placed, collected, currency }: Pick<CohortReading, "debts" | "young" | "placed" | "collected" | "currency">,
): MetricValue {
  if (debts === 0 && young > 0) return { state: "no_data", reason: "too_young", currency };
  return evaluateMetric(metric, { values: { "cohort.collected": collected, "cohort.placed": placed }, n: debts, currency });
}

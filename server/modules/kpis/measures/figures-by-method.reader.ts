import { Injectable } from "@nestjs/common";
import type { Currency } from "../../../shared/money.js";
import { DSO_COUNTBACK } from "../metrics/domain/definitions/portfolio/dso.js";
import { notApplicable } from "../metrics/domain/evaluate-metric.js";
import { isPerCurrency, type Metric } from "../metrics/domain/metric.js";
import type { MetricValue } from "../metrics/domain/metric-value.js";
import { CohortFigures } from "./cohorts/cohort-figures.reader.js";
import type { Question } from "./domain/counted.js";
import type { FigureMethod, FiguresById } from "./domain/figures-by-id.js";
import { RollFigures } from "./moves/roll-figures.reader.js";
import { InquiryMeasures } from "./work/inquiry-measures.view.js";
import { ResolvedCases } from "./work/resolved-cases.view.js";
import { RecoveryTimes } from "./recovery-times.view.js";

/** Figures that are no quotient of what was counted, and those that share their measures with others. */
@Injectable()
export class FiguresByMethod {
  private readonly methods: readonly FigureMethod[];

  constructor(rolls: RollFigures, cohorts: CohortFigures, times: RecoveryTimes, inquiries: InquiryMeasures, resolved: ResolvedCases) {
    this.methods = [rolls, cohorts, times, inquiries, resolved];
  }

  /** As `Figures.of`; a metric that is made otherwise is not there. */
  async of(question: Question, metrics: readonly Metric[], currency: Currency | null): Promise<FiguresById> {
    const made = new Map<string, readonly MetricValue[]>();
    for (const method of this.methods) {
      const asked = metrics.filter(({ id }) => method.ids.includes(id));
      if (asked.length === 0) continue;
      const figures = await method.figures(question);
      for (const metric of asked) made.set(metric.id, only(metric, figures.get(metric.id) ?? [], currency));
    }
    // No file tells credit sales.
    return made.set(DSO_COUNTBACK.id, [notApplicable(DSO_COUNTBACK)]);
  }
}

function only(metric: Metric, values: readonly MetricValue[], currency: Currency | null): readonly MetricValue[] {
  if (currency === null || !isPerCurrency(metric)) return values;
  const own = values.filter((value) => value.state !== "not_applicable" && value.currency === currency);
  return own.length > 0 ? own : [{ state: "no_data", reason: "nothing_below", currency }];
}

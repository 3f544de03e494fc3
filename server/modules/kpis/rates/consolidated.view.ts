import { Injectable } from "@nestjs/common";
import type { ConsolidatedView } from "../../../contract/kpis/rates.contract.js";
import type { HandlerInput } from "../../../contract/route.js";
import type { routes } from "../../../contract/routes.js";
import { Words } from "../../../platform/words/words.js";
import { invalid } from "../../../shared/errors.js";
import { toIso } from "../../../shared/instant.js";
import type { Locale } from "../../../shared/locale.js";
import { figureInWords } from "../measures/figure-value.words.js";
import { metricNamed } from "../measures/domain/named-metric.js";
import { ReportingPeriods } from "../measures/reporting-periods.reader.js";
import { consolidate, type DatedAmount } from "../metrics/domain/consolidate.js";
import { measuresOf, type Metric } from "../metrics/domain/metric.js";
import { ObjectivesStore } from "../objectives/objectives.store.js";
import { Projector } from "../projections/projector.service.js";
import { DatedAmounts } from "./dated-amounts.view.js";
import { firstRateDay, RATE_LASTS, rateTableOf } from "./domain/rate-table.js";
import { RatesStore } from "./rates.store.js";

type Query = HandlerInput<typeof routes.kpis.consolidated>["query"];

/** Figures over several currencies in one, beside those of each; with the rows and rates they are made of, or what is missing. */
@Injectable()
export class ConsolidatedPage {
  constructor(
    private readonly periods: ReportingPeriods,
    private readonly amounts: DatedAmounts,
    private readonly rates: RatesStore,
    private readonly objectives: ObjectivesStore,
    private readonly projector: Projector,
    private readonly words: Words,
  ) {}

  /** @throws DomainError `figures.metric_unknown`, `figures.not_consolidated`, as `ReportingPeriods.of` */
  async show(accountId: number, { ids, into: asked, lang, ...period }: Query): Promise<ConsolidatedView> {
    const metrics = [...new Set(ids.split(",").map((id) => id.trim()))].map((id) => this.convertible(metricNamed(id, "ids")));
    const { question, first, last } = await this.periods.of(accountId, period);
    const targets = await this.rates.targets(accountId);
    const into = asked ?? targets[0] ?? null;
    const amounts = await this.amounts.of(question, new Set(metrics.flatMap(measuresOf)));
    const own = await this.objectives.of(accountId);
    const { share } = await this.projector.freshness(accountId);
    const told = { from: first, to: last, zone: question.period.zone, asOf: toIso(question.asOf), share, into, targets, lasts: RATE_LASTS };
    if (into === null) return { ...told, figures: [] };
    const table = await this.tableOf(accountId, into, amounts, question.asOf);
    return {
      ...told,
      figures: metrics.map((metric) => {
        const mine = amounts.filter(({ measure }) => measuresOf(metric).includes(measure));
        const { value, rows, unconverted } = consolidate(metric, mine, table, { n: new Set(mine.map(({ currency }) => currency)).size });
        return {
          id: metric.id,
          name: this.words.say("metrics", `${metric.id}.name`, lang) ?? metric.id,
          unit: metric.unit,
          value: { ...figureInWords(this.words, metric, own, value, lang), n: null, gap: null },
          rows: rows.map(({ measure, currency, day, minor, rate, rateDay, source, into: converted }) => ({
            ...this.named(measure, lang),
            currency,
            day,
            minor: String(minor),
            rate,
            rateDay,
            source,
            into: String(converted),
          })),
          missing: unconverted.map(({ measure, currency, day, minor, lastDay }) => ({
            ...this.named(measure, lang),
            currency,
            day,
            minor: String(minor),
            lastDay,
          })),
        };
      }),
    };
  }

  private async tableOf(accountId: number, into: string, amounts: readonly DatedAmount[], asOf: number) {
    const days = amounts.map(({ day }) => day).toSorted();
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return rateTableOf([], into);
    const near = await this.rates.into(accountId, into, firstRateDay(first), last, asOf);
    // Those before are too old for every day; their day says how old.
    const before = await this.rates.lastBefore(accountId, into, firstRateDay(first), asOf);
    const old = before.map(({ currency, day }) => ({ currency, target: into, day, rate: "1", source: "" }));
    return rateTableOf([...near, ...old], into);
  }

  private convertible(metric: Metric): Metric {
    const quotient = metric.method === "quotient" || metric.method === "total";
    if (quotient && measuresOf(metric).every((measure) => this.amounts.measures.has(measure))) return metric;
    throw invalid("figures.not_consolidated", `${metric.id} is not told in one currency.`, {
      field: "ids",
      remedy: "Ask for what is owed, overdue, collected, overpaid or recovered.",
      params: { id: metric.id },
    });
  }

  private named(measure: DatedAmount["measure"], lang: Locale) {
    return { measure, name: this.words.say("measures", `${measure}.name`, lang) ?? measure };
  }
}

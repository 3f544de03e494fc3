import { Injectable } from "@nestjs/common";
import type { FilteredFiguresView } from "../../../contract/kpis/cuts.contract.js";
import type { HandlerInput } from "../../../contract/route.js";
import type { routes } from "../../../contract/routes.js";
import { Words } from "../../../platform/words/words.js";
import type { SignedIn } from "../../../shared/actor.js";
import { toIso } from "../../../shared/instant.js";
import { metricNamed } from "../measures/domain/named-metric.js";
import { figureInWords } from "../measures/figure-value.words.js";
import { ReportingPeriods } from "../measures/reporting-periods.reader.js";
import { isPerCurrency } from "../metrics/domain/metric.js";
import { ObjectivesStore } from "../objectives/objectives.store.js";
import { Projector } from "../projections/projector.service.js";
import { AgentSight } from "./agent-sight.reader.js";
import { FigureCuts } from "./figure-cuts.reader.js";

type Query = HandlerInput<typeof routes.kpis.filtered>["query"];

/** Figures of what is of some values alone. One that cannot be cut like that has no value and says by what: it is never shown as a whole. */
@Injectable()
export class FilteredFiguresPage {
  constructor(
    private readonly periods: ReportingPeriods,
    private readonly cuts: FigureCuts,
    private readonly sight: AgentSight,
    private readonly words: Words,
    private readonly objectives: ObjectivesStore,
    private readonly projector: Projector,
  ) {}

  /** @throws DomainError `figures.metric_unknown`, as `ReportingPeriods.of` and `filtersIn` */
  async show(reader: SignedIn, { ids, where: filter, currency, lang, ...asked }: Query): Promise<FilteredFiguresView> {
    const { accountId } = reader;
    const metrics = [...new Set(ids.split(",").map((id) => id.trim()))].map((id) => metricNamed(id, "ids"));
    const where = await this.sight.filters(reader, filter);
    const { question, first, last } = await this.periods.of(accountId, asked);
    const objectives = await this.objectives.of(accountId);
    const { share } = await this.projector.freshness(accountId);
    const possible = metrics.filter((metric) => this.cuts.notBy(metric, where).length === 0);
    const [all] = await this.cuts.of({ question, metrics: possible, by: null, where, currency: currency ?? null });
    const named = (code: string) => ({ code, name: this.words.say("metric_dimensions", code, lang) ?? code });
    return {
      from: first,
      to: last,
      zone: question.period.zone,
      asOf: toIso(question.asOf),
      share,
      quiet: [],
      where: where.map(({ dimension, values }) => ({ dimension: named(dimension), values: [...values] })),
      figures: metrics.map((metric) => ({
        id: metric.id,
        number: metric.number,
        name: this.words.say("metrics", `${metric.id}.name`, lang) ?? metric.id,
        unit: metric.unit,
        values: (all?.figures.find((figure) => figure.metric === metric)?.values ?? []).map((value) =>
          // Of amounts it is not counted how many there are behind a part.
          ({ ...figureInWords(this.words, metric, objectives, value, lang), ...(isPerCurrency(metric) ? { n: null } : {}) }),
        ),
        notBy: this.cuts.notBy(metric, where).map(named),
      })),
    };
  }
}

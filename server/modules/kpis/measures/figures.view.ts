import { Injectable } from "@nestjs/common";
import type { FiguresView } from "../../../contract/kpis.contract.js";
import { Words } from "../../../platform/words/words.js";
import { toIso } from "../../../shared/instant.js";
import type { Locale } from "../../../shared/locale.js";
import { ObjectivesStore } from "../objectives/objectives.store.js";
import { METRICS } from "../metrics/domain/registry.js";
import { QuietSources } from "../sources/quiet-sources.view.js";
import { Projector } from "../projections/projector.service.js";
import { figureInWords } from "./figure-value.words.js";
import { Figures } from "./figures.reader.js";
import { type PeriodAsked, ReportingPeriods } from "./reporting-periods.reader.js";

export interface FiguresAsked extends PeriodAsked {
  readonly lang: Locale;
}

/** The figures of a period for a reader. */
@Injectable()
export class FiguresPage {
  constructor(
    private readonly periods: ReportingPeriods,
    private readonly words: Words,
    private readonly projector: Projector,
    private readonly figures: Figures,
    private readonly objectives: ObjectivesStore,
    private readonly sources: QuietSources,
  ) {}

  /** @throws DomainError `figures.in_the_future`, `figures.period_backwards` */
  async show(accountId: number, { lang, ...asked }: FiguresAsked): Promise<FiguresView> {
    const { question, first, last } = await this.periods.of(accountId, asked);
    const { share } = await this.projector.freshness(accountId);
    const own = await this.objectives.of(accountId);
    const figures = await this.figures.of(question);
    return {
      from: first,
      to: last,
      zone: question.period.zone,
      asOf: toIso(question.asOf),
      share,
      quiet: await this.sources.of(accountId, METRICS, lang, question.asOf),
      figures: figures.map(({ metric, values }) => ({
        id: metric.id,
        number: metric.number,
        name: this.words.say("metrics", `${metric.id}.name`, lang) ?? metric.id,
        unit: metric.unit,
        values: values.map((value) => figureInWords(this.words, metric, own, value, lang)),
      })),
    };
  }
}

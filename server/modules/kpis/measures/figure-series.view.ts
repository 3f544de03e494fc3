import { Injectable } from "@nestjs/common";
import type { FigureSeriesView } from "../../../contract/kpis/series.contract.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Words } from "../../../platform/words/words.js";
import { addDays } from "../../../shared/calendar.js";
import { invalid } from "../../../shared/errors.js";
import { toIso } from "../../../shared/instant.js";
import type { Locale } from "../../../shared/locale.js";
import { type Currency, isIsoCurrency } from "../../../shared/money.js";
import { localDate, wholeDay } from "../../../shared/zone.js";
import { AccountDirectory } from "../../accounts/index.js";
import type { Metric } from "../metrics/domain/metric.js";
import { ObjectivesStore } from "../objectives/objectives.store.js";
import { QuietSources } from "../sources/quiet-sources.view.js";
import { Projector } from "../projections/projector.service.js";
import { askedInstant } from "./domain/asked-instant.js";
import { metricNamed } from "./domain/named-metric.js";
import { lastPeriods, type SeriesStep } from "./domain/last-periods.js";
import { figureInWords } from "./figure-value.words.js";
import { Figures } from "./figures.reader.js";

export interface SeriesAsked {
  /** Metrics, with commas between. */
  readonly ids: string;
  readonly currency?: string | undefined;
  readonly asOf?: string | undefined;
  readonly step: SeriesStep;
  readonly periods: number;
  readonly lang: Locale;
}

/** Figures of the last days, weeks or months for a reader. */
@Injectable()
export class FigureSeriesPage {
  constructor(
    private readonly clock: Clock,
    private readonly words: Words,
    private readonly accounts: AccountDirectory,
    private readonly projector: Projector,
    private readonly figures: Figures,
    private readonly sources: QuietSources,
    private readonly objectives: ObjectivesStore,
  ) {}

  /** @throws DomainError `figures.metric_unknown`, `figures.currency_unknown`, `figures.in_the_future`, `figures.too_many_periods` */
  async show(accountId: number, { ids, currency, asOf, step, periods, lang }: SeriesAsked): Promise<FigureSeriesView> {
    const metrics = metricsNamed(ids);
    const only = currencyNamed(currency);
    const at = askedInstant(asOf, this.clock.now());
    const { zone } = await this.accounts.get(accountId);
    const asked = lastPeriods(zone, localDate(zone, at), step, periods);
    const { share } = await this.projector.freshness(accountId);
    const own = await this.objectives.of(accountId);
    const counted = await this.figures.inEach(asked, { accountId, asOf: at }, metrics, only);
    return {
      step,
      zone,
      asOf: toIso(at),
      share,
      currency: only,
      quiet: await this.sources.of(accountId, metrics, lang, at),
      series: metrics.map((metric, index) => ({
        id: metric.id,
        number: metric.number,
        name: this.words.say("metrics", `${metric.id}.name`, lang) ?? metric.id,
        unit: metric.unit,
        points: counted.map(({ period, figures }) => ({
          from: period.start,
          to: addDays(period.end, -1),
          complete: wholeDay(zone, period.end).start <= at,
          values: figures[index]!.values.map((value) => figureInWords(this.words, metric, own, value, lang)),
        })),
      })),
    };
  }
}

/** Each once, in the order they are named. */
function metricsNamed(ids: string): Metric[] {
  return [...new Set(ids.split(",").map((id) => id.trim()))].map((id) => metricNamed(id, "ids"));
}

function currencyNamed(currency: string | undefined): Currency | null {
  if (currency === undefined) return null;
  if (isIsoCurrency(currency)) return currency;
  const remedy = "Name one of ISO 4217, such as COP.";
  throw invalid("figures.currency_unknown", `There is no currency "${currency}".`, { field: "currency", remedy, params: { currency } });
}

import { Injectable } from "@nestjs/common";
import type { FiguresView } from "../../../contract/kpis.contract.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Words } from "../../../platform/words/words.js";
import { addDays, type CalendarDate } from "../../../shared/calendar.js";
import { invalid } from "../../../shared/errors.js";
import { toIso } from "../../../shared/instant.js";
import type { Locale } from "../../../shared/locale.js";
import { localDate } from "../../../shared/zone.js";
import { AccountDirectory } from "../../accounts/index.js";
import { reportingPeriod } from "../metrics/domain/period.js";
import { ObjectivesStore } from "../objectives/objectives.store.js";
import { Projector } from "../projections/projector.service.js";
import { figureInWords } from "./figure-value.words.js";
import { Figures } from "./figures.reader.js";
import { askedInstant } from "./domain/asked-instant.js";

export interface FiguresAsked {
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  readonly asOf?: string | undefined;
  readonly lang: Locale;
}

/** The figures of a period for a reader. */
@Injectable()
export class FiguresPage {
  constructor(
    private readonly clock: Clock,
    private readonly words: Words,
    private readonly accounts: AccountDirectory,
    private readonly projector: Projector,
    private readonly figures: Figures,
    private readonly objectives: ObjectivesStore,
  ) {}

  /** @throws DomainError `figures.in_the_future`, `figures.period_backwards` */
  async show(accountId: number, { from, to, asOf, lang }: FiguresAsked): Promise<FiguresView> {
    const { zone } = await this.accounts.get(accountId);
    const now = this.clock.now();
    const at = askedInstant(asOf, now);
    const today = localDate(zone, at);
    const [first, last] = [from ?? `${today.slice(0, 7)}-01`, to ?? today];
    if (last < first) throw backwards();
    const period = reportingPeriod(zone, first, addDays(last, 1));
    const { share } = await this.projector.freshness(accountId);
    const own = await this.objectives.of(accountId);
    const figures = await this.figures.of({ accountId, period, asOf: at });
    return {
      from: first,
      to: last,
      zone,
      asOf: toIso(at),
      share,
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

function backwards() {
  const remedy = "Name a last day that is not before the first.";
  return invalid("figures.period_backwards", "The period ends before it begins.", { field: "to", remedy });
}

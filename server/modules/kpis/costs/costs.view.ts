import { Injectable } from "@nestjs/common";
import type { CostMonth, CostsView } from "../../../contract/kpis/costs.contract.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Words } from "../../../platform/words/words.js";
import { addDays, type CalendarDate } from "../../../shared/calendar.js";
import { toIso } from "../../../shared/instant.js";
import type { Locale } from "../../../shared/locale.js";
import type { Currency } from "../../../shared/money.js";
import { localDate } from "../../../shared/zone.js";
import { AccountDirectory } from "../../accounts/index.js";
import type { Question } from "../measures/domain/counted.js";
import { figureInWords } from "../measures/figure-value.words.js";
import { Figures } from "../measures/figures.reader.js";
import { COST_PER_RECOVERED } from "../metrics/domain/definitions/money/cost.js";
import { RETURN_GROSS } from "../metrics/domain/definitions/money/return.js";
import { COLLECTED } from "../metrics/domain/definitions/recovery/collected.js";
import { reportingPeriod } from "../metrics/domain/period.js";
import { MetricDefinitionsPage } from "../metrics/metric-definitions.view.js";
import { objectiveOfWhole } from "../objectives/domain/gap.js";
import { objectivesInForce, type OwnObjectives } from "../objectives/domain/objective.js";
import { ObjectivesStore } from "../objectives/objectives.store.js";
import { CostsReader } from "./costs.reader.js";
import { firstOfMonth } from "./domain/cost.js";
import { knownCosts, monthsOf } from "./domain/known-costs.js";

const SHOWN = [COST_PER_RECOVERED, RETURN_GROSS, COLLECTED];

/** What collecting cost and brought back: the running month and those before it. */
@Injectable()
export class CostsPage {
  constructor(
    private readonly clock: Clock,
    private readonly words: Words,
    private readonly accounts: AccountDirectory,
    private readonly figures: Figures,
    private readonly costs: CostsReader,
    private readonly objectives: ObjectivesStore,
    private readonly definitions: MetricDefinitionsPage,
  ) {}

  async show(
    accountId: number,
    { currency: asked, months, lang }: { readonly currency?: Currency | undefined; readonly months: number; readonly lang: Locale },
  ): Promise<CostsView> {
    const { zone } = await this.accounts.get(accountId);
    const asOf = this.clock.now();
    const today = localDate(zone, asOf);
    const first = monthsBefore(firstOfMonth(today), months - 1);
    const question = { accountId, asOf, period: reportingPeriod(zone, first, addDays(today, 1)) };
    const facts = await this.costs.of(question);
    const collected = (await this.figures.of(question, [COLLECTED]))[0]!.values.flatMap((value) =>
      value.state === "value" && value.currency !== undefined ? [{ currency: value.currency, amount: value.numerator }] : [],
    );
    // What most was collected in stands first: amounts of different currencies are compared for an order and for nothing else.
    const ranked = collected.toSorted((a, b) => (a.amount < b.amount ? 1 : -1)).map(({ currency }) => currency);
    const currencies = [...new Set([...ranked, ...facts.entries.map((entry) => entry.currency)])];
    const currency = asked ?? currencies[0] ?? null;
    const own = await this.objectives.of(accountId);
    const objective = objectiveOfWhole(objectivesInForce(COST_PER_RECOVERED, own));
    const shown: CostMonth[] = [];
    for (const { start, end } of monthsOf(first, addDays(today, 1))) {
      if (currency === null) break;
      shown.push(await this.month({ ...question, period: reportingPeriod(zone, start, end) }, currency, facts, own, today, lang));
    }
    const over = shown.filter(({ running, missing }) => !running && missing.length === 0);
    return {
      currency,
      currencies,
      zone,
      today,
      asOf: toIso(asOf),
      months: shown.toReversed(),
      whole: await this.whole(question, currency, over, facts, own, today, lang),
      objective: objective && this.definitions.objectives([objective], lang)[0]!,
      unpriced: unpricedOf(facts.sent),
    };
  }

  /** Only months that follow each other are one period. */
  private async whole(
    question: Question,
    currency: Currency | null,
    over: readonly CostMonth[],
    facts: Facts,
    own: OwnObjectives,
    today: CalendarDate,
    lang: Locale,
  ): Promise<CostMonth | null> {
    const [oldest, newest] = [over[0], over.at(-1)];
    if (currency === null || !oldest || !newest || over.length < 2) return null;
    const period = reportingPeriod(question.period.zone, oldest.from, addDays(newest.to, 1));
    if (monthsOf(period.start, period.end).length !== over.length) return null;
    return this.month({ ...question, period }, currency, facts, own, today, lang);
  }

  private async month(
    question: Question,
    currency: Currency,
    { entries, sent }: Facts,
    own: OwnObjectives,
    today: CalendarDate,
    lang: Locale,
  ): Promise<CostMonth> {
    const { period } = question;
    const { byKind, known, missing } = knownCosts(currency, period, entries, sent);
    const [perRecovered, gross, collected] = await this.figures.of(question, SHOWN, currency);
    const recovered = collected!.values[0];
    const inWords = ({ metric, values }: NonNullable<typeof gross>) => figureInWords(this.words, metric, own, values[0]!, lang);
    return {
      from: period.start,
      to: addDays(period.end, -1),
      running: period.end > today,
      byKind,
      known,
      missing: [...missing],
      recovered: recovered?.state === "value" ? Number(recovered.numerator) : 0,
      perRecovered: inWords(perRecovered!),
      gross: inWords(gross!),
    };
  }
}

type Facts = Awaited<ReturnType<CostsReader["of"]>>;

function monthsBefore(first: CalendarDate, months: number): CalendarDate {
  let day = first;
  for (let month = 0; month < months; month++) day = firstOfMonth(addDays(day, -1));
  return day;
}

function unpricedOf(sent: Facts["sent"]): CostsView["unpriced"] {
  const without = sent.filter(({ price }) => price === null);
  const grouped = new Map<string, CostsView["unpriced"][number]>();
  for (const { country, category, messages } of without) {
    const key = `${country}/${category}`;
    grouped.set(key, { country, category, messages: (grouped.get(key)?.messages ?? 0) + messages });
  }
  return [...grouped.values()].toSorted((a, b) => b.messages - a.messages);
}

import { Injectable } from "@nestjs/common";
import type { FigureCasesView, FigureCaseView } from "../../../contract/kpis/figures.contract.js";
import type { routes } from "../../../contract/routes.js";
import type { HandlerInput } from "../../../contract/route.js";
import { Words } from "../../../platform/words/words.js";
import { invalid } from "../../../shared/errors.js";
import { toIso } from "../../../shared/instant.js";
import type { Locale } from "../../../shared/locale.js";
import type { Currency } from "../../../shared/money.js";
import type { CutFilter } from "../cuts/domain/cut-filter.js";
import { FigureCuts } from "../cuts/figure-cuts.reader.js";
import { metricNamed } from "../measures/domain/named-metric.js";
import { figureInWords } from "../measures/figure-value.words.js";
import { Figures } from "../measures/figures.reader.js";
import { ReportingPeriods } from "../measures/reporting-periods.reader.js";
import { fraction } from "../metrics/domain/arithmetic/fraction.js";
import { MEASURES } from "../metrics/domain/measure.js";
import { isPerCurrency, type Metric } from "../metrics/domain/metric.js";
import type { MetricValue } from "../metrics/domain/metric-value.js";
import { ObjectivesStore } from "../objectives/objectives.store.js";
import { Projector } from "../projections/projector.service.js";
import { CaseNames } from "./case-names.reader.js";
import { type CasesTotal, FigureCases, type PartAsked } from "./figure-cases.reader.js";

type Query = HandlerInput<typeof routes.kpis.cases>["query"];
export type CasesFilter = Omit<Query, "cursor" | "limit" | "where"> & { readonly where: readonly CutFilter[] };
/** The page without its rows. */
export type CasesHead = Omit<FigureCasesView, "items" | "next">;

/** The cases behind a figure for a reader. */
@Injectable()
export class FigureCasesPage {
  constructor(
    private readonly periods: ReportingPeriods,
    private readonly figures: Figures,
    private readonly cuts: FigureCuts,
    private readonly cases: FigureCases,
    private readonly names: CaseNames,
    private readonly objectives: ObjectivesStore,
    private readonly projector: Projector,
    private readonly words: Words,
  ) {}

  /**
   * @param where only what is of these values
   * @throws DomainError `figures.metric_unknown`, `figures.currency_needed`, as `ReportingPeriods.of`, `FigureCuts.of` and `FigureCases.page`
   */
  async show(accountId: number, id: string, { cursor, limit, ...query }: Query, where: readonly CutFilter[]): Promise<FigureCasesView> {
    const filter = { ...query, where };
    const { head, asked } = await this.open(accountId, id, filter);
    return { ...head, ...(await this.rows(accountId, asked, filter.lang, cursor, limit)) };
  }

  /** What stands above the rows, and how they are asked for. @throws DomainError as `show` */
  async open(
    accountId: number,
    id: string,
    { part, stage, column, lang, where, ...filter }: CasesFilter,
  ): Promise<{ head: CasesHead; asked: PartAsked }> {
    const metric = metricNamed(id, "metric");
    const { question, first, last } = await this.periods.of(accountId, filter);
    const values = await this.wholeOf(question, metric, where);
    const { currency, currencies } = currencyOf(metric, values, filter.currency);
    const asked: PartAsked = { question, metric, part, currency, stage: stage ?? null, column: column ?? null, where };
    const total = await this.cases.total(asked);
    const objectives = await this.objectives.of(accountId);
    const shown = await this.valuesOf(asked, total, values);
    const { share } = await this.projector.freshness(accountId);
    const say = (group: string, key: string) => this.words.say(group, key, lang) ?? key;
    const head: CasesHead = {
      id,
      number: metric.number,
      figure: this.words.say("metric_figures", metric.figure, lang) ?? say("metrics", `${id}.name`),
      name: say("metrics", `${id}.name`),
      text: say("metrics", `${id}.text`),
      unit: metric.unit,
      from: first,
      to: last,
      zone: question.period.zone,
      asOf: toIso(question.asOf),
      share,
      currency,
      currencies: [...currencies],
      where: where.map(({ dimension, values: own }) => ({
        dimension: { code: dimension, name: say("metric_dimensions", dimension) },
        values: [...own],
      })),
      part,
      hasDenominator: metric.denominator !== null,
      values: shown.map((value) => figureInWords(this.words, metric, objectives, value, lang)),
      kind: MEASURES[total.terms[0]!.measure].unit,
      terms: total.terms.map(({ measure, sign, count, sum }) => ({
        measure,
        name: say("measures", `${measure}.name`),
        text: say("measures", `${measure}.text`),
        sign: sign === 1 ? "plus" : "minus",
        count,
        sum: String(sum),
      })),
      count: total.count,
      sum: String(total.sum),
    };
    return { head, asked };
  }

  /** One page of cases, with names. @throws DomainError `cursor.invalid` */
  async rows(
    accountId: number,
    asked: PartAsked,
    lang: Locale,
    cursor: string | undefined,
    limit: number,
  ): Promise<{ items: FigureCaseView[]; next: string | null }> {
    const { items, next } = await this.cases.page(asked, cursor, limit);
    return { items: await this.names.of(accountId, items, asked.currency, lang), next };
  }

  /** What the figure is, of everything or of what the filters leave. */
  private async wholeOf(question: PartAsked["question"], metric: Metric, where: readonly CutFilter[]): Promise<readonly MetricValue[]> {
    if (where.length === 0) return (await this.figures.of(question, [metric]))[0]!.values;
    const [all] = await this.cuts.of({ question, metrics: [metric], by: null, where, currency: null });
    return all?.figures[0]?.values ?? [];
  }

  /** Of one row or cell of the matrix the figure is what its cases add up to. */
  private async valuesOf(asked: PartAsked, total: CasesTotal, values: readonly MetricValue[]): Promise<readonly MetricValue[]> {
    const { stage, column, part, currency } = asked;
    const ofOneCurrency = currency !== null && !isPerCurrency(asked.metric);
    const own = currency === null || ofOneCurrency ? {} : { currency };
    if (stage === null && column === null && !ofOneCurrency)
      return values.filter((value) => currency === null || !("currency" in value) || value.currency === currency);
    const other = await this.cases.total({ ...asked, part: part === "numerator" ? "denominator" : "numerator" });
    const [above, below] = part === "numerator" ? [total, other] : [other, total];
    if (below.sum === 0n) return [{ state: "no_data", reason: "nothing_below", ...own }];
    return [
      { state: "value", value: fraction(above.sum, below.sum), numerator: above.sum, denominator: below.sum, n: below.count, ...own },
    ];
  }
}

/** The one that is asked for, or the only one there is. */
function currencyOf(
  metric: Metric,
  values: readonly MetricValue[],
  asked: Currency | undefined,
): { currency: Currency | null; currencies: readonly Currency[] } {
  // Accounts are counted whatever the currency; those of a matrix can be asked for in one, as it stands.
  if (!isPerCurrency(metric)) return { currency: (metric.figure.startsWith("roll.") ? asked : null) ?? null, currencies: [] };
  const currencies = [...new Set(values.flatMap((value) => ("currency" in value && value.currency !== undefined ? [value.currency] : [])))];
  const [only, another] = currencies;
  if (asked !== undefined) return { currency: asked, currencies: currencies.includes(asked) ? currencies : [asked, ...currencies] };
  if (another === undefined) return { currency: only ?? null, currencies };
  const remedy = `Name one of ${currencies.join(", ")}.`;
  throw invalid("figures.currency_needed", "Amounts of several currencies are never added.", {
    field: "currency",
    remedy,
    params: { currencies: currencies.join(" ") },
  });
}

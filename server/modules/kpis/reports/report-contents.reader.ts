import { Injectable } from "@nestjs/common";
import type { ReportData, ReportFigure } from "../../../contract/kpis/reports.contract.js";
import type { ReportKind } from "../../../shared/report-kind.js";
import { Words } from "../../../platform/words/words.js";
import { addDays, type CalendarDate, daysBetween } from "../../../shared/calendar.js";
import { type Instant, toIso } from "../../../shared/instant.js";
import { AccountDirectory } from "../../accounts/index.js";
import { lastPeriods } from "../measures/domain/last-periods.js";
import { figureInWords } from "../measures/figure-value.words.js";
import { Figures } from "../measures/figures.reader.js";
import type { Metric } from "../metrics/domain/metric.js";
import type { MetricValue } from "../metrics/domain/metric-value.js";
import { reportingPeriod } from "../metrics/domain/period.js";
import { metricOf } from "../metrics/domain/registry.js";
import type { OwnObjectives } from "../objectives/domain/objective.js";
import { ObjectivesStore } from "../objectives/objectives.store.js";
import { AgesPage } from "../overview/ages.view.js";
import { DenialsPage } from "../overview/denials.view.js";
import { Projector } from "../projections/projector.service.js";
import { ReportSectionsReader } from "./report-sections.reader.js";
import { changeOf } from "./domain/report-change.js";
import { REPORT_PLANS, reportDays } from "./domain/report-kind.js";

const COLLECTED = "collected.total";
/** What every value says in every language; reasons are told when it is read. */
const NO_LANGUAGE = "en";

/** Gathers what a report says of a period, as it was known at an instant: the same instant, the same data. */
@Injectable()
export class ReportContents {
  constructor(
    private readonly words: Words,
    private readonly accounts: AccountDirectory,
    private readonly projector: Projector,
    private readonly figures: Figures,
    private readonly objectives: ObjectivesStore,
    private readonly ages: AgesPage,
    private readonly denials: DenialsPage,
    private readonly sections: ReportSectionsReader,
  ) {}

  /** @param day one of the period meant, in the account's zone */
  async of(accountId: number, kind: ReportKind, day: CalendarDate, asOf: Instant): Promise<ReportData> {
    const { name: account, zone } = await this.accounts.get(accountId);
    const { from, to, before } = reportDays(kind, zone, day);
    const own = await this.objectives.of(accountId);
    const at = { asOf: toIso(asOf) };
    const { currencies } = await this.ages.show(accountId, at);
    const { rules } = await this.denials.show(accountId, { from, to, ...at });
    const { share } = await this.projector.freshness(accountId);
    const questions = [{ from, to }, before].map((days) => ({
      accountId,
      period: reportingPeriod(zone, days.from, addDays(days.to, 1)),
      asOf,
    }));
    const figures = await this.compared(accountId, kind, zone, { from, to, before }, asOf, own);
    return {
      version: 1,
      kind,
      account,
      zone,
      from,
      to,
      before,
      ...at,
      share,
      figures,
      collected: kind === "daily" ? [] : await this.collected(accountId, zone, { from, to, before }, asOf),
      trends: await this.trends(accountId, kind, zone, to, asOf, own),
      ages: currencies.map(({ currency, debts, balanceMinor, overdueMinor, stages }) => ({
        currency,
        debts,
        balanceMinor,
        overdueMinor,
        stages,
      })),
      denials: rules.map(({ rule, source, moved, dropped }) => ({ rule, source, moved, dropped })),
      sections: await this.sections.of(kind, questions[0]!, questions[1]!, figures),
    };
  }

  private async compared(
    accountId: number,
    kind: ReportKind,
    zone: string,
    { from, to, before }: ReturnType<typeof reportDays>,
    asOf: Instant,
    own: OwnObjectives,
  ): Promise<ReportFigure[]> {
    const metrics = REPORT_PLANS[kind].figures.map((id) => metricOf(id)!);
    const periods = [before, { from, to }].map((days) => reportingPeriod(zone, days.from, addDays(days.to, 1)));
    const [then, now] = (await this.figures.inEach(periods, { accountId, asOf }, metrics)).map(({ figures }) => figures);
    return now!.map(({ metric, values }, index) => ({
      id: metric.id,
      unit: metric.unit,
      better: metric.better,
      values: values.map((value) => {
        const earlier = then![index]!.values.find((one) => currencyOf(one) === currencyOf(value));
        return {
          now: this.shown(metric, own, value),
          before: earlier === undefined ? null : this.shown(metric, own, earlier),
          change: changeOf(metric, value, earlier),
        };
      }),
    }));
  }

  private async collected(
    accountId: number,
    zone: string,
    { from, to, before }: ReturnType<typeof reportDays>,
    asOf: Instant,
  ): Promise<ReportData["collected"]> {
    const days = daysBetween(from, addDays(to, 1));
    const now = await this.byDay(accountId, zone, to, days, asOf);
    const then = await this.byDay(accountId, zone, before.to, daysBetween(before.from, addDays(before.to, 1)), asOf);
    const currencies = [...new Set([...now, ...then].flatMap((day) => [...day.keys()]))].toSorted();
    return currencies.map((currency) => ({
      currency,
      days: now.map((day, index) => ({
        day: addDays(from, index),
        minor: day.get(currency) ?? 0,
        // Months differ in length: the 31st has no day before it.
        before: index < then.length ? (then[index]!.get(currency) ?? 0) : null,
      })),
    }));
  }

  /** Minor units of each of so many days, the last one named, by currency. */
  private async byDay(accountId: number, zone: string, last: CalendarDate, days: number, asOf: Instant): Promise<Map<string, number>[]> {
    const each = await this.figures.inEach(lastPeriods(zone, last, "day", days), { accountId, asOf }, [metricOf(COLLECTED)!]);
    return each.map(
      ({ figures }) =>
        new Map(
          figures[0]!.values.flatMap((value): [string, number][] =>
            value.state === "value" && value.currency !== undefined ? [[value.currency, Number(value.numerator)]] : [],
          ),
        ),
    );
  }

  private async trends(
    accountId: number,
    kind: ReportKind,
    zone: string,
    last: CalendarDate,
    asOf: Instant,
    own: OwnObjectives,
  ): Promise<ReportData["trends"]> {
    const { step, trends, trendPeriods } = REPORT_PLANS[kind];
    const metrics = trends.map((id) => metricOf(id)!);
    const counted = await this.figures.inEach(lastPeriods(zone, last, step, trendPeriods), { accountId, asOf }, metrics);
    return metrics.map((metric, index) => ({
      id: metric.id,
      unit: metric.unit,
      points: counted.map(({ period, figures }) => ({
        from: period.start,
        to: addDays(period.end, -1),
        values: figures[index]!.values.map((value) => this.shown(metric, own, value)),
      })),
    }));
  }

  private shown(metric: Metric, own: OwnObjectives, value: MetricValue) {
    const { why: _, ...shown } = figureInWords(this.words, metric, own, value, NO_LANGUAGE);
    return shown;
  }
}

function currencyOf(value: MetricValue): string | null {
  return value.state === "not_applicable" ? null : (value.currency ?? null);
}

import { Injectable } from "@nestjs/common";
import type { ReportData, ReportFigure, ReportSections } from "../../../contract/kpis/reports.contract.js";
import { Words } from "../../../platform/words/words.js";
import type { ReportKind } from "../../../shared/report-kind.js";
import { AlertsStore } from "../alerts/alerts.store.js";
import { CostsReader } from "../costs/costs.reader.js";
import { COST_KINDS } from "../costs/domain/cost.js";
import { knownCosts } from "../costs/domain/known-costs.js";
import { type CutRow, FigureCuts } from "../cuts/figure-cuts.reader.js";
import { figureInWords } from "../measures/figure-value.words.js";
import type { Question } from "../measures/domain/counted.js";
import type { Metric } from "../metrics/domain/metric.js";
import type { MetricValue } from "../metrics/domain/metric-value.js";
import { metricOf } from "../metrics/domain/registry.js";
import { REPORT_PLANS } from "./domain/report-kind.js";
import { ReportChanges } from "./report-changes.view.js";

type Shown = ReportFigure["values"][number]["now"];

/** So many rows tell the most of it. */
const ROWS = 15;
const NO_LANGUAGE = "en";

/** What only some kinds of report say: parts, what needs somebody, costs and changes, as they were known at an instant. */
@Injectable()
export class ReportSectionsReader {
  constructor(
    private readonly words: Words,
    private readonly cuts: FigureCuts,
    private readonly alerts: AlertsStore,
    private readonly costs: CostsReader,
    private readonly changes: ReportChanges,
  ) {}

  /** @param before the period before, known at the same instant */
  async of(kind: ReportKind, question: Question, before: Question, figures: ReportData["figures"]): Promise<ReportSections> {
    const plan = REPORT_PLANS[kind];
    const cuts: ReportSections["cuts"] = [];
    for (const { by, figures: ids } of plan.cuts ?? []) {
      const metrics = ids.map((id) => metricOf(id)!).filter((metric) => this.cuts.dimensionsOf(metric).includes(by));
      const rows = (await this.cuts.of({ question, metrics, by, where: [], currency: null })).toSorted(largestFirst);
      cuts.push({
        by,
        figures: metrics.map(({ id, unit }) => ({ id, unit })),
        rows: rows.slice(0, ROWS).map(({ value, figures: own }) => ({
          value,
          values: own.map(({ metric, values }) => values.map((one) => this.shown(metric, one))),
        })),
        more: Math.max(0, rows.length - ROWS),
      });
    }
    return {
      cuts,
      attention: plan.attention ? await this.attention(question, figures) : null,
      costs: plan.strategy ? await this.cost(question) : null,
      changes: plan.strategy ? await this.changed(question, before) : null,
    };
  }

  /** Figures outside their objective, and those that have called somebody. */
  private async attention(question: Question, figures: ReportData["figures"]): Promise<NonNullable<ReportSections["attention"]>> {
    const standing = await this.alerts.standingAt(question.accountId, question.asOf);
    const alertOf = (id: string, currency: string | null) => standing.find((one) => one.metric === id && one.currency === (currency ?? ""));
    const missed = figures.flatMap(({ id, values }) =>
      values.flatMap(({ now }) => {
        if (now.gap === null || now.gap.state === "met") return [];
        const alert = alertOf(id, now.currency);
        return [
          {
            id,
            currency: now.currency,
            state: now.gap.state,
            figure: now,
            since: alert?.raised_day ?? null,
            owner: ownerAt(alert, question),
          },
        ];
      }),
    );
    const others = standing
      .filter(({ metric, currency }) => !missed.some((one) => one.id === metric && (one.currency ?? "") === currency))
      .map((alert) => ({
        id: alert.metric,
        currency: alert.currency === "" ? null : alert.currency,
        state: "alert" as const,
        figure: null,
        since: alert.raised_day,
        owner: ownerAt(alert, question),
      }));
    const order = { attention: 0, missed: 1, alert: 2 } as const;
    return [...missed, ...others].toSorted((a, b) => order[a.state] - order[b.state]);
  }

  private async cost(question: Question): Promise<NonNullable<ReportSections["costs"]>> {
    const { entries, sent } = await this.costs.of(question);
    const currencies = [
      ...new Set([...entries.map(({ currency }) => currency), ...sent.flatMap(({ price }) => price?.currency ?? [])]),
    ].toSorted();
    return currencies.map((currency) => {
      const { byKind, known, missing } = knownCosts(currency, question.period, entries, sent);
      return { currency, kinds: COST_KINDS.map((kind) => ({ kind, minor: byKind[kind] })), known, whole: missing.length === 0 };
    });
  }

  /** What was published, and the answers to it beside those to what it replaced. */
  private async changed(question: Question, before: Question): Promise<NonNullable<ReportSections["changes"]>> {
    const answered = metricOf("contact.successful.attempts")!;
    const sums = async (of: Question) => {
      const rows = await this.cuts.of({ question: of, metrics: [answered], by: "cadence", where: [], currency: null });
      return rows.map(({ value, figures: [own] }) => ({ value: value ?? "", counted: own?.values[0] }));
    };
    const [now, then] = [await sums(question), await sums(before)];
    return (await this.changes.in(question)).map(({ cadence, version, ...change }) => {
      if (cadence === null) return { ...change, before: null, after: null };
      const of = (rows: typeof now, same: boolean) =>
        rows
          .filter(({ value }) => value.startsWith(`${cadence}@`) && (value === `${cadence}@${version}`) === same)
          .map(({ counted }) => counted);
      return {
        ...change,
        before: this.together(answered, [...of(then, false), ...of(now, false)]),
        after: this.together(answered, of(now, true)),
      };
    });
  }

  /** Of several parts one quotient of sums. */
  private together(metric: Metric, parts: readonly (MetricValue | undefined)[]): Shown | null {
    let [numerator, denominator, n] = [0n, 0n, 0];
    for (const part of parts) {
      if (part?.state !== "value") continue;
      numerator += part.numerator;
      denominator += part.denominator;
      n += part.n;
    }
    if (denominator === 0n) return null;
    return this.shown(metric, { state: "value", value: { over: numerator, under: denominator }, numerator, denominator, n });
  }

  private shown(metric: Metric, value: MetricValue): Shown {
    const { why: _, ...shown } = figureInWords(this.words, metric, new Map(), value, NO_LANGUAGE);
    return { ...shown, gap: null };
  }
}

function ownerAt(
  alert: { readonly acknowledged_at: number | null; readonly acknowledged_by: string | null } | undefined,
  { asOf }: Question,
): string | null {
  return alert?.acknowledged_at != null && alert.acknowledged_at <= asOf ? alert.acknowledged_by : null;
}

/** By what is below the line of the first figure, or by the figure itself; what is not known of comes last. */
function largestFirst(a: CutRow, b: CutRow): number {
  if ((a.value === null) !== (b.value === null)) return a.value === null ? 1 : -1;
  const [one, other] = [sizeOf(a), sizeOf(b)];
  if (one !== other) return one > other ? -1 : 1;
  return (a.value ?? "") < (b.value ?? "") ? -1 : 1;
}

function sizeOf({ figures: [first] }: CutRow): bigint {
  return (first?.values ?? []).reduce((sum, value) => {
    if (value.state !== "value") return sum;
    return sum + (first!.metric.denominator === null ? value.numerator : value.denominator);
  }, 0n);
}

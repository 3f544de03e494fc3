import { addDays, type CalendarDate } from "../../../../shared/calendar.js";
import type { Dimension } from "../../metrics/domain/metric.js";
import type { ReportKind } from "../../../../shared/report-kind.js";
import { lastPeriods, type SeriesStep } from "../../measures/domain/last-periods.js";

interface ReportPlan {
  readonly step: SeriesStep;
  /** Metrics in the order they are shown. */
  readonly figures: readonly string[];
  /** Those whose course over the last periods is shown. */
  readonly trends: readonly string[];
  readonly trendPeriods: number;
  /** Figures of parts, by what they are cut. */
  readonly cuts?: readonly { readonly by: Dimension; readonly figures: readonly string[] }[];
  /** What needs somebody, and who has it. */
  readonly attention?: true;
  /** What it cost, what was changed and what that did. */
  readonly strategy?: true;
}

const ANSWERED = ["contact.successful.attempts", "contact.successful.delivered"];

/** What each report tells: a day's work; whether the week went better; how the portfolio and the money stand after a month. */
export const REPORT_PLANS: Readonly<Record<ReportKind, ReportPlan>> = {
  daily: {
    step: "day",
    figures: [
      "collected.total",
      "contact.successful.attempts",
      "promises.rate",
      "delivery.failed",
      "contact.denied",
      "schedule.compliance",
    ],
    trends: ["collected.total", "contact.successful.attempts"],
    trendPeriods: 7,
  },
  weekly: {
    step: "week",
    figures: [
      "collected.total",
      "contact.successful.attempts",
      "promises.kept.amount",
      "response.within-4-hours",
      "schedule.compliance",
      "cost.per-recovered",
    ],
    trends: ["contact.successful.attempts", "promises.kept.amount", "recovery.period"],
    trendPeriods: 8,
    attention: true,
  },
  monthly: {
    step: "month",
    figures: [
      "recovery.period",
      "collected.total",
      "effectiveness.period",
      "promises.kept.amount",
      "recovery.time.mean",
      "portfolio.overdue",
      "cost.per-recovered",
      "return.gross",
      "schedule.compliance",
    ],
    trends: ["recovery.period", "promises.kept.amount", "contact.successful.attempts"],
    trendPeriods: 6,
    cuts: [
      { by: "segment", figures: ["portfolio.outstanding", "portfolio.overdue"] },
      { by: "cadence", figures: ANSWERED },
      { by: "template", figures: ANSWERED },
    ],
    strategy: true,
  },
  // Volume beside what came of it and how soon it was done: one of them alone is easily bought with the others.
  agents: {
    step: "week",
    figures: ["work.productivity", "contact.successful.attempts", "promises.kept.count", "response.within-4-hours", "work.automation"],
    trends: ["work.productivity", "response.within-4-hours"],
    trendPeriods: 8,
    cuts: [
      {
        by: "agent",
        figures: ["work.productivity", "contact.successful.attempts", "promises.kept.count", "response.within-4-hours"],
      },
    ],
  },
};

interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The day, week (from Monday) or month that holds a day, and the one before. */
export function reportDays(kind: ReportKind, zone: string, day: CalendarDate): Days & { readonly before: Days } {
  const [before, period] = lastPeriods(zone, day, REPORT_PLANS[kind].step, 2).map(({ start, end }) => ({
    from: start,
    to: addDays(end, -1),
  }));
  return { ...period!, before: before! };
}

/** A day of the last period that is over on a day. */
export function lastCompleteDay(kind: ReportKind, zone: string, today: CalendarDate): CalendarDate {
  return addDays(reportDays(kind, zone, today).from, -1);
}

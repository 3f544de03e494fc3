import { invalid } from "../../../../shared/errors.js";
import type { Instant } from "../../../../shared/instant.js";
import type { Metric } from "../../metrics/domain/metric.js";
import { objectiveOfWhole } from "../../objectives/domain/gap.js";
import { BOUND_PARTS, type ObjectiveInForce } from "../../objectives/domain/objective.js";

export const ALERT_SIDES = ["above", "below"] as const;
/** Where a figure is bad, seen from its threshold. */
export type AlertSide = (typeof ALERT_SIDES)[number];

/** When a figure calls somebody. Thresholds are in the unit of the metric's objective: per cent, days, hours of a duration. */
export interface AlertRule {
  readonly metric: string;
  readonly side: AlertSide;
  /** Beyond this, not on it, a reading counts towards an alert. */
  readonly raise: number;
  /** Back to this or better, a reading counts towards its end. Between both nothing changes. */
  readonly clear: number;
  /** Readings in a row, one a day, that it takes either way. */
  readonly readings: number;
  /** Days of the account that a reading is about, the last one included. */
  readonly days: number;
  /** A reading with fewer cases behind it is too small to say anything. */
  readonly least: number;
  /** Conversation of the helpdesk in which a private note is written; null: none. */
  readonly note: number | null;
  readonly mail: boolean;
  /** Off: nothing is read, and the default does not hold either. */
  readonly on: boolean;
}

/** What an account set in place of the default. */
export interface OwnAlertRule extends AlertRule {
  readonly setAt: Instant;
  readonly setBy: string;
}

export interface AlertRuleInForce extends AlertRule {
  readonly own: { readonly setAt: Instant; readonly setBy: string } | null;
  readonly byDefault: AlertRule | null;
}

/** A month of days: short enough to move, long enough to have cases. */
const USUAL_DAYS = 30;
/** Under ten a share moves by more than ten points with each case. */
const USUAL_LEAST = 10;
/** With a threshold of its own for "somebody has to look", two bad days are news; a bound that is merely missed has to be missed for longer. */
const READINGS = { attention: 2, bound: 3, whole: 1 } as const;

/** Whether one threshold can stand for the figure: not for amounts, which are of several currencies, and not for what has several parts. */
export const canAlert = ({ unit, method, pending }: Metric) =>
  unit !== "money" && method !== "matrix" && method !== "forecast" && pending === null;

/**
 * The rule that follows from the objective of the whole: raised beyond what needs a look at once, else beyond the bound; cleared within the bound.
 * @returns null without an objective, or where the figure has no facts yet
 */
export function defaultRule(metric: Metric, objectives: readonly ObjectiveInForce[]): AlertRule | null {
  const objective = canAlert(metric) ? objectiveOfWhole(objectives) : null;
  if (!objective) return null;
  const { attention } = objective;
  const side = sideOf(metric, objective);
  const bound = side === "above" ? objective.to : objective.from;
  if (bound === null) return null;
  const readings = attention !== null ? READINGS.attention : metric.unit === "percent" && bound === 100 ? READINGS.whole : READINGS.bound;
  return {
    metric: metric.id,
    side,
    raise: attention ?? bound,
    clear: bound,
    readings,
    days: USUAL_DAYS,
    least: USUAL_LEAST,
    note: null,
    mail: false,
    on: true,
  };
}

function sideOf({ better }: Metric, { from, to, attention }: ObjectiveInForce): AlertSide {
  if (better !== "band") return better === "down" ? "above" : "below";
  if (attention !== null && to !== null && attention >= to) return "above";
  return from === null ? "above" : "below";
}

/** The default, or what the account set in its place; null where there is neither. */
export function ruleInForce(
  metric: Metric,
  objectives: readonly ObjectiveInForce[],
  own: OwnAlertRule | undefined,
): AlertRuleInForce | null {
  const byDefault = defaultRule(metric, objectives);
  if (own) return { ...own, own: { setAt: own.setAt, setBy: own.setBy }, byDefault };
  return byDefault && { ...byDefault, own: null, byDefault };
}

/** A year of readings or of days is as much as anybody waits for. */
export const MOST_READINGS = 60;
export const MOST_DAYS = 366;

/**
 * @throws DomainError `alert_rule.no_threshold` for a figure that one threshold cannot stand for; `alert_rule.backwards` where it would be cleared on
 * the bad side of what raises it; `alert_rule.too_fine` for a threshold finer than a thousandth
 */
export function checkAlertRule(metric: Metric, { side, raise, clear }: Pick<AlertRule, "side" | "raise" | "clear">): void {
  if (!canAlert(metric)) {
    throw invalid("alert_rule.no_threshold", "One threshold cannot stand for this figure.", {
      field: "metric",
      remedy: "Watch a share or a number that has facts; amounts are of several currencies.",
    });
  }
  for (const [field, value] of Object.entries({ raise, clear })) {
    if (Math.abs(value * BOUND_PARTS - Math.round(value * BOUND_PARTS)) < 1e-6) continue;
    throw invalid("alert_rule.too_fine", "A threshold has three decimals at the most.", { field, remedy: "Round it." });
  }
  if (side === "above" ? clear > raise : clear < raise) {
    throw invalid("alert_rule.backwards", "An alert cannot end where it would begin.", {
      field: "clear",
      remedy: side === "above" ? "Let it end at the threshold or below." : "Let it end at the threshold or above.",
    });
  }
}

import { type Measure, MEASURES } from "../../metrics/domain/measure.js";
import { measureOf, type Metric } from "../../metrics/domain/metric.js";
import type { Counts } from "./counted.js";

/**
 * How many cases stand behind a figure.
 * @param values what was counted: of a figure of amounts in its currency, whatever is counted in no currency beside it
 * @param behind of how many cases the amounts of that currency are made; without one, or where they are counted otherwise, by `countedBy`
 */
export function casesBehind(metric: Metric, values: Counts, behind: Counts = {}): number {
  const measures = [...(metric.denominator ?? []), ...metric.numerator].map(measureOf);
  const own = OF_AMOUNTS.has(metric.cases) ? measures.find((measure) => behind[measure] !== undefined) : undefined;
  return (own === undefined ? values[countedBy(metric)] : behind[own]) ?? 0;
}

/** What is below the line, where that is one count; else what the cases are counted by. */
export function countedBy({ cases, denominator }: Metric): Measure {
  const [below, ...others] = denominator ?? [];
  const only = below === undefined || others.length > 0 ? null : measureOf(below);
  if (only !== null && MEASURES[only].unit === "count") return only;
  return COUNTED_BY[cases] ?? "debtors.owing";
}

/** What amounts are made of case by case. */
const OF_AMOUNTS: ReadonlySet<Metric["cases"]> = new Set<Metric["cases"]>(["debts", "promises"]);

/** What the cases behind a figure are counted by. */
const COUNTED_BY: Partial<Record<Metric["cases"], Measure>> = {
  attempts: "attempts.made",
  promises: "promises.due",
  accounts: "accounts.open",
  payments: "accounts.paying",
  costs: "accounts.paying",
  activities: "activities.all",
  inquiries: "inquiries.received",
  agent_days: "agents.days",
  cases: "cases.all",
};

import { decimalText, dividedBy, type Fraction, fraction, minus, times } from "../../metrics/domain/arithmetic/fraction.js";
import type { Metric } from "../../metrics/domain/metric.js";
import type { MetricValue } from "../../metrics/domain/metric-value.js";

/** Plain decimal text; null where it cannot be said. */
type Change = { readonly text: string; readonly as: "points" | "percent" } | null;

const HUNDRED = fraction(100);

/** Percentages change by points; everything else by per cent of what it was, which nothing has where it was zero or less. */
export function changeOf({ unit }: Pick<Metric, "unit">, now: MetricValue, before: MetricValue | undefined): Change {
  if (now.state !== "value" || before?.state !== "value") return null;
  const difference = minus(now.value, before.value);
  if (unit === "percent" || unit === "points") return { text: told(times(difference, HUNDRED)), as: "points" };
  if (before.value.over <= 0n) return null;
  return { text: told(times(dividedBy(difference, before.value), HUNDRED)), as: "percent" };
}

/** One place, and as many as it takes that a change is not told as none. */
function told(change: Fraction): string {
  if (change.over === 0n) return "0";
  for (let places = 1; ; places++) {
    const text = decimalText(change, places);
    if (/[1-9]/.test(text)) return text;
  }
}

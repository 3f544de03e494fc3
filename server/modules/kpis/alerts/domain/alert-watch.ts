import { decimalFraction, type Fraction, order } from "../../metrics/domain/arithmetic/fraction.js";
import type { AlertRule } from "./alert-rule.js";

/** What is remembered of a figure from reading to reading. */
export interface AlertWatch {
  readonly raised: boolean;
  /** Readings in a row that speak for a change. */
  readonly run: number;
}

export const UNWATCHED: AlertWatch = { raised: false, run: 0 };

export interface AlertStep extends AlertWatch {
  readonly change: "raised" | "cleared" | null;
}

/**
 * Takes one reading in. An alert begins after so many readings in a row beyond the threshold and ends after as many at the clearing one or
 * better; what lies between changes nothing and breaks the row, so that a figure that wanders there never switches anything.
 * @param reading exact, in the unit of the rule; null: there was none that says anything (no data, few cases, a source gone quiet), which neither
 * counts nor breaks the row
 */
export function stepped(
  { side, raise, clear, readings }: Pick<AlertRule, "side" | "raise" | "clear" | "readings">,
  watch: AlertWatch,
  reading: Fraction | null,
): AlertStep {
  if (reading === null) return { ...watch, change: null };
  const beyond = (bound: number) => {
    const sign = order(reading, decimalFraction(bound.toFixed(3)));
    return side === "above" ? sign > 0 : sign < 0;
  };
  const speaks = watch.raised ? !beyond(clear) : beyond(raise);
  if (!speaks) return { raised: watch.raised, run: 0, change: null };
  const run = watch.run + 1;
  if (run < readings) return { raised: watch.raised, run, change: null };
  return { raised: !watch.raised, run: 0, change: watch.raised ? "cleared" : "raised" };
}

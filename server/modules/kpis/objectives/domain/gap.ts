import { type Currency } from "../../../../shared/money.js";
import { HOUR } from "../../../../shared/instant.js";
import {
  decimalFraction,
  decimalText,
  dividedBy,
  type Fraction,
  fraction,
  minus,
  order,
} from "../../metrics/domain/arithmetic/fraction.js";
import type { Metric } from "../../metrics/domain/metric.js";
import { inUnit } from "../../metrics/domain/shown-text.js";
import type { ObjectiveInForce, ObjectivePart } from "./objective.js";

/** How a figure stands to its objective. */
export interface Gap {
  /** `attention`: missed, and beyond what needs a look at once. */
  readonly state: "met" | "missed" | "attention";
  /** Where the figure lies, seen from the bound it misses; null where it is met. */
  readonly side: "above" | "below" | null;
  /** The bound it misses, in the unit of the objective; null where it is met. */
  readonly bound: number | null;
  /** Distance to that bound as plain decimal text, never rounded to nothing: in the figure's unit, of a percentage in points. */
  readonly by: string | null;
  readonly of: ObjectivePart | null;
}

/** All that is measured goes by WhatsApp, so what is published for it holds for the whole; people and companies are figures of their own. */
const OF_THE_WHOLE: readonly (ObjectivePart | null)[] = [null, "whatsapp"];
/** A distance smaller than this cannot come of counts that fit the database. */
const MOST_PLACES = 20;

/** The objective a figure of the whole portfolio is judged by. */
export function objectiveOfWhole(objectives: readonly ObjectiveInForce[]): ObjectiveInForce | null {
  for (const part of OF_THE_WHOLE) {
    const found = objectives.find(({ of }) => of === part);
    if (found) return found;
  }
  return null;
}

/**
 * @param value as `evaluateMetric` gives it: a share of 1, days, milliseconds
 * @returns null without an objective for the whole
 */
export function gapOf(metric: Metric, objectives: readonly ObjectiveInForce[], value: Fraction, currency?: Currency): Gap | null {
  const objective = objectiveOfWhole(objectives);
  if (!objective) return null;
  const figure = figureInUnit(metric, value, currency);
  const { from, to, attention, of } = objective;
  const low = metric.better !== "down" && from !== null && order(figure, exact(from)) < 0;
  const high = metric.better !== "up" && to !== null && order(figure, exact(to)) > 0;
  if (!low && !high) return { state: "met", side: null, bound: null, by: null, of };
  const bound = (low ? from : to) as number;
  const beyond =
    attention !== null &&
    (low ? order(figure, exact(attention)) < 0 && attention <= bound : order(figure, exact(attention)) > 0 && attention >= bound);
  const distance = low ? minus(exact(bound), figure) : minus(figure, exact(bound));
  return { state: beyond ? "attention" : "missed", side: low ? "below" : "above", bound, by: distanceText(distance), of };
}

/** A duration's objective is in hours. */
export function figureInUnit(metric: Metric, value: Fraction, currency?: Currency): Fraction {
  const figure = inUnit(metric, value, currency);
  return metric.unit === "duration" ? dividedBy(figure, fraction(HOUR)) : figure;
}

const exact = (bound: number) => decimalFraction(bound.toFixed(3));

function distanceText(distance: Fraction): string {
  for (let places = distance.under === 1n ? 0 : 1; places < MOST_PLACES; places++) {
    const text = decimalText(distance, places);
    if (/[1-9]/.test(text)) return text;
  }
  return decimalText(distance, MOST_PLACES);
}

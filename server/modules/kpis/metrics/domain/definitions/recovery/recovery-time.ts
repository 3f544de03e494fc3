import { metric } from "../../metric.js";
import { DEBT_DIMENSIONS } from "../../usual-parts.js";

const COMMON = {
  number: "M16",
  figure: "recovery.time",
  family: "recovery",
  unit: "days",
  better: "down",
  dimensions: DEBT_DIMENSIONS,
  cases: "debts",
} as const;

const CLOSED = [5, 10, 15, 20, 25];

export const RECOVERY_TIME_MEAN = metric({
  ...COMMON,
  id: "recovery.time.mean",
  numerator: ["debts.days_to_regularise"],
  denominator: ["debts.regularised"],
  edges: ["zero_below", "small_n", "local_day", "closed_only"],
  objectives: [
    { from: 12, to: 18, attention: 30, of: "person", source: "whatsapp_guide" },
    { from: 15, to: 25, attention: 30, of: "company", source: "whatsapp_guide" },
  ],
  example: { values: { "debts.days_to_regularise": 75, "debts.regularised": 5 }, result: "15" },
});

export const RECOVERY_TIME_MEDIAN = metric({
  ...COMMON,
  id: "recovery.time.median",
  method: "median",
  numerator: ["debts.days_to_regularise"],
  edges: ["zero_below", "small_n", "local_day", "closed_only"],
  example: { values: { "debts.days_to_regularise": CLOSED }, result: "15" },
});

/** Closed debts alone would say 15 days: the five that are still open after 40 days are what is missing there. */
export const RECOVERY_TIME_SURVIVAL = metric({
  ...COMMON,
  id: "recovery.time.with-open",
  method: "survival",
  numerator: ["debts.days_to_regularise", "debts.days_open"],
  edges: ["small_n", "local_day", "still_open", "half_not_reached"],
  example: { values: { "debts.days_to_regularise": CLOSED, "debts.days_open": [40, 40, 40, 40, 40] }, result: "25" },
});

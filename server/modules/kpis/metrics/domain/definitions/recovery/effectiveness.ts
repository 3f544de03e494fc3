import { metric } from "../../metric.js";

const COMMON = {
  figure: "effectiveness",
  family: "recovery",
  unit: "percent",
  better: "up",
  edges: [
    "zero_below",
    "each_currency",
    "no_sales",
    "write_off_in_closing",
    "reversal_on_its_day",
    "settlement",
    "told_late",
    "never_rounded_away",
  ],
  dimensions: ["currency", "customer_type", "product"],
  cases: "debts",
  instead: "recovery.by-day-30",
} as const;

/** One table, read three ways: they are three figures, and none of them explains another. */
const VALUES = {
  "receivables.opening": 6_200,
  "sales.credit": 10_890,
  "receivables.closing": 6_340,
  "receivables.current": 3_590,
} as const;

export const EFFECTIVENESS = metric({
  ...COMMON,
  id: "effectiveness.period",
  number: "M3",
  numerator: ["receivables.opening", "sales.credit", "-receivables.closing"],
  denominator: ["receivables.opening", "sales.credit", "-receivables.current"],
  example: { values: VALUES, result: "79.63" },
});

/** Only for a period of whole months of which a monthly figure is wanted; the one above is the usual reading. */
export const EFFECTIVENESS_MONTHLY = metric({
  ...COMMON,
  id: "effectiveness.monthly",
  number: "M3n",
  numerator: ["receivables.opening", "sales.credit/months", "-receivables.closing"],
  denominator: ["receivables.opening", "sales.credit/months", "-receivables.current"],
  edges: [...COMMON.edges, "same_length_only"],
  example: { values: VALUES, months: 3, result: "55.93" },
});

export const COLLECTIONS_TO_OPENING = metric({
  ...COMMON,
  id: "effectiveness.to-opening",
  number: "M3s",
  instead: null,
  numerator: ["cash.net"],
  denominator: ["receivables.opening"],
  edges: ["zero_below", "each_currency", "over_hundred", "reversal_on_its_day", "settlement", "never_rounded_away"],
  example: { values: { "cash.net": 10_750, "receivables.opening": 6_200 }, result: "173.4" },
});

import { metric } from "../../metric.js";

const COMMON = {
  figure: "dso",
  family: "portfolio",
  unit: "days",
  better: "down",
  denominator: ["sales.credit"],
  timesDays: true,
  edges: ["zero_below", "each_currency", "no_sales", "same_length_only", "told_late"],
  dimensions: ["currency", "customer_type", "product"],
  cases: "debts",
  instead: "dso.days-to-pay",
} as const;

export const DSO_SIMPLE = metric({
  ...COMMON,
  id: "dso.simple",
  number: "M2a",
  numerator: ["receivables.closing"],
  example: { values: { "receivables.closing": 212_000, "sales.credit": 250_000 }, days: 90, result: "76.32" },
});

export const DSO_BEST_POSSIBLE = metric({
  ...COMMON,
  id: "dso.best-possible",
  number: "M2c",
  numerator: ["receivables.current"],
  example: { values: { "receivables.current": 20_000, "sales.credit": 90_000 }, days: 90, result: "20" },
});

/** DSO less the best possible one, in one step: they stand over the same sales. */
export const AVERAGE_DAYS_DELINQUENT = metric({
  ...COMMON,
  id: "dso.days-delinquent",
  number: "M2c",
  numerator: ["receivables.closing", "-receivables.current"],
  example: { values: { "receivables.closing": 40_000, "receivables.current": 20_000, "sales.credit": 90_000 }, days: 90, result: "20" },
});

/** The example counts back from the newest of three months of thirty days. */
export const DSO_COUNTBACK = metric({
  ...COMMON,
  id: "dso.countback",
  number: "M2b",
  method: "countback",
  timesDays: false,
  numerator: ["receivables.closing"],
  edges: ["each_currency", "no_sales", "month_length", "older_than_sales", "told_late"],
  example: { values: { "receivables.closing": 212_000, "sales.credit": [70_000, 80_000, 100_000] }, days: 30, result: "73.71" },
});

/** What a portfolio without sales is offered instead. */
export const DAYS_TO_PAY = metric({
  ...COMMON,
  id: "dso.days-to-pay",
  number: "M2d",
  instead: null,
  timesDays: false,
  numerator: ["cash.days"],
  denominator: ["cash.net"],
  edges: ["zero_below", "each_currency", "partial_payment", "reversal_on_its_day", "closed_only"],
  cases: "payments",
  example: { values: { "cash.days": 45_000, "cash.net": 3_000 }, result: "15" },
});

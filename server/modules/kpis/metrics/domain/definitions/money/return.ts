import { metric } from "../../metric.js";

const COMMON = {
  number: "M21",
  figure: "return",
  family: "money",
  unit: "multiple",
  better: "up",
  denominator: ["costs.all"],
  dimensions: ["currency", "stage", "cadence", "channel"],
  cases: "costs",
} as const;

export const RETURN_GROSS = metric({
  ...COMMON,
  id: "return.gross",
  numerator: ["cash.net", "-costs.all"],
  edges: ["zero_below", "each_currency", "reversal_on_its_day", "gross_only", "cost_missing"],
  example: { values: { "cash.net": 100_000, "costs.all": 5_000 }, result: "19" },
});

export const RETURN_ATTRIBUTABLE = metric({
  ...COMMON,
  id: "return.attributable",
  numerator: ["cash.attributable", "-costs.all"],
  edges: ["zero_below", "each_currency", "reversal_on_its_day", "hold_out_only", "cost_missing"],
  pending: "experiments",
  example: { values: { "cash.attributable": 100_000, "costs.all": 5_000 }, result: "19" },
});

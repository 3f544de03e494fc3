import { metric } from "../../metric.js";

export const COST_PER_RECOVERED = metric({
  id: "cost.per-recovered",
  number: "M8",
  family: "money",
  unit: "percent",
  better: "down",
  numerator: ["costs.all"],
  denominator: ["cash.net"],
  edges: ["each_currency", "reversal_on_its_day", "nothing_recovered", "cost_missing", "local_day"],
  objectives: [{ from: 3, to: 8, attention: 12, source: "whatsapp_guide" }],
  dimensions: ["currency", "stage", "cadence", "channel"],
  cases: "costs",
  example: { values: { "costs.all": 48_000, "cash.net": 1_000_000 }, result: "4.8" },
});

import { metric } from "../../metric.js";
import { DEBT_DIMENSIONS } from "../../usual-parts.js";

export const OVERDUE = metric({
  id: "portfolio.overdue",
  number: null,
  family: "portfolio",
  unit: "money",
  better: "down",
  numerator: ["balance.overdue"],
  edges: ["each_currency", "local_day", "settlement", "told_late"],
  dimensions: DEBT_DIMENSIONS,
  cases: "debts",
  example: { values: { "balance.overdue": 300_000 }, result: "300000" },
});

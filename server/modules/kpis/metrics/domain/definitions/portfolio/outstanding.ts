import { metric } from "../../metric.js";
import { DEBT_DIMENSIONS } from "../../usual-parts.js";

export const OUTSTANDING = metric({
  id: "portfolio.outstanding",
  number: null,
  family: "portfolio",
  unit: "money",
  better: "down",
  numerator: ["balance.outstanding"],
  edges: ["each_currency", "settlement", "told_late"],
  dimensions: DEBT_DIMENSIONS,
  cases: "debts",
  example: { values: { "balance.outstanding": 500_000 }, result: "500000" },
});

import { metric } from "../../metric.js";
import { DEBT_DIMENSIONS } from "../../usual-parts.js";

export const DEBTORS = metric({
  id: "portfolio.debtors",
  number: null,
  family: "portfolio",
  unit: "count",
  better: "down",
  numerator: ["debtors.owing"],
  edges: ["told_late"],
  dimensions: DEBT_DIMENSIONS,
  cases: "accounts",
  example: { values: { "debtors.owing": 400 }, result: "400" },
});

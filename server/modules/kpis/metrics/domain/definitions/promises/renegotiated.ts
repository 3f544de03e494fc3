import { metric } from "../../metric.js";
import { DEBT_DIMENSIONS, SHARE_EDGES } from "../../usual-parts.js";

export const RENEGOTIATED = metric({
  id: "promises.renegotiated",
  number: "M19",
  family: "promises",
  unit: "percent",
  better: "band",
  numerator: ["debts.in_agreement"],
  denominator: ["debts.in_collection"],
  edges: [...SHARE_EDGES, "ended_by_dispute"],
  dimensions: DEBT_DIMENSIONS,
  cases: "agreements",
  pending: "plans",
  example: { values: { "debts.in_agreement": 30, "debts.in_collection": 120 }, result: "25" },
});

import { metric } from "../../metric.js";
import { RECOVERY_DIMENSIONS } from "../../usual-parts.js";

export const RECOVERY_OVERPAID = metric({
  id: "recovery.overpaid",
  number: "M1",
  family: "recovery",
  unit: "money",
  better: "band",
  numerator: ["cash.excess"],
  edges: ["each_currency", "reversal_on_its_day", "overpaid"],
  dimensions: RECOVERY_DIMENSIONS,
  cases: "payments",
  example: { values: { "cash.excess": 250 }, result: "250" },
});

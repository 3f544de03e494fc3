import { metric } from "../../metric.js";
import { CASH_EDGES, RECOVERY_DIMENSIONS } from "../../usual-parts.js";

export const RECOVERY_AFTER_WRITE_OFF = metric({
  id: "recovery.after-write-off",
  number: "M1",
  family: "recovery",
  unit: "money",
  better: "up",
  numerator: ["cash.after_write_off"],
  edges: CASH_EDGES,
  dimensions: RECOVERY_DIMENSIONS,
  cases: "payments",
  example: { values: { "cash.after_write_off": 1_500 }, result: "1500" },
});

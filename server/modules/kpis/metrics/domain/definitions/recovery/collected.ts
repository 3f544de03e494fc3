import { metric } from "../../metric.js";
import { CASH_EDGES, RECOVERY_DIMENSIONS } from "../../usual-parts.js";

const COMMON = {
  number: "M18",
  figure: "collected",
  family: "recovery",
  unit: "money",
  better: "up",
  dimensions: RECOVERY_DIMENSIONS,
} as const;

export const COLLECTED = metric({
  ...COMMON,
  id: "collected.total",
  numerator: ["cash.net"],
  edges: [...CASH_EDGES, "local_day", "told_late"],
  cases: "payments",
  example: { values: { "cash.net": 300_000 }, result: "300000" },
});

export const COLLECTED_EACH_PAYING = metric({
  ...COMMON,
  id: "collected.each-paying",
  numerator: ["cash.net"],
  denominator: ["accounts.paying"],
  edges: ["zero_below", "small_n", ...CASH_EDGES, "local_day"],
  cases: "accounts",
  example: { values: { "cash.net": 300_000, "accounts.paying": 240 }, result: "1250" },
});

export const COLLECTED_EACH_OPEN = metric({
  ...COMMON,
  id: "collected.each-open",
  numerator: ["cash.net"],
  denominator: ["accounts.open"],
  edges: ["zero_below", "small_n", ...CASH_EDGES, "local_day"],
  cases: "accounts",
  example: { values: { "cash.net": 300_000, "accounts.open": 400 }, result: "750" },
});

import { metric } from "../../metric.js";
import { DEBT_DIMENSIONS, SHARE_EDGES } from "../../usual-parts.js";

const COMMON = {
  figure: "roll.rate",
  family: "portfolio",
  unit: "percent",
  better: "down",
  edges: [...SHARE_EDGES, "oldest_debt", "new_and_closed", "write_off_no_roll"],
  dimensions: DEBT_DIMENSIONS,
  cases: "accounts",
} as const;

export const ROLL_RATE = metric({
  ...COMMON,
  id: "roll.rate.amount",
  number: "M4a",
  numerator: ["stage.worse.balance"],
  denominator: ["stage.opening.balance"],
  edges: [...COMMON.edges, "each_currency"],
  example: { values: { "stage.worse.balance": 200_000, "stage.opening.balance": 1_000_000 }, result: "20" },
});

export const ROLL_RATE_ACCOUNTS = metric({
  ...COMMON,
  id: "roll.rate.accounts",
  number: "M4a",
  numerator: ["stage.worse.accounts"],
  denominator: ["stage.opening.accounts"],
  example: { values: { "stage.worse.accounts": 5, "stage.opening.accounts": 100 }, result: "5" },
});

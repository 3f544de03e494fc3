import { metric } from "../../metric.js";
import { DEBT_DIMENSIONS, SHARE_EDGES } from "../../usual-parts.js";

const COMMON = {
  number: "M4b",
  figure: "roll.matrix",
  family: "portfolio",
  unit: "percent",
  better: "band",
  method: "matrix",
  edges: [...SHARE_EDGES, "oldest_debt", "new_and_closed", "write_off_no_roll"],
  dimensions: DEBT_DIMENSIONS,
  cases: "accounts",
} as const;

/** The example is one row of it: what stayed, what came into a worse stage, what was paid and what was written off, of 2,000. */
export const ROLL_MATRIX = metric({
  ...COMMON,
  id: "roll.matrix.amount",
  numerator: ["stage.moved.balance"],
  denominator: ["stage.opening.balance"],
  edges: [...COMMON.edges, "each_currency"],
  example: { values: { "stage.moved.balance": [600, 200, 800, 400], "stage.opening.balance": 2_000 }, result: "100" },
});

export const ROLL_MATRIX_ACCOUNTS = metric({
  ...COMMON,
  id: "roll.matrix.accounts",
  numerator: ["stage.moved.accounts"],
  denominator: ["stage.opening.accounts"],
  example: { values: { "stage.moved.accounts": [30, 10, 40, 20], "stage.opening.accounts": 100 }, result: "100" },
});

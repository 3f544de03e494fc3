import { metric } from "../../metric.js";
import { DEBT_DIMENSIONS } from "../../usual-parts.js";

const COMMON = {
  number: "M4b",
  figure: "roll.forecast",
  family: "portfolio",
  unit: "money",
  method: "forecast",
  numerator: ["stage.moved.balance"],
  denominator: ["stage.opening.balance"],
  edges: ["zero_below", "each_currency", "moves_repeat", "never_ends"],
  dimensions: DEBT_DIMENSIONS,
  cases: "accounts",
} as const;

/** Of each stage: what stays or moves to the stages in order, then what is paid, then what is lost. */
const VALUES = {
  "stage.moved.balance": [
    [300, 300, 400, 0],
    [600, 200, 800, 400],
  ],
  "stage.opening.balance": [1_000, 2_000],
};

export const FORECAST_COLLECTABLE = metric({
  ...COMMON,
  id: "roll.forecast.collectable",
  better: "up",
  example: { values: VALUES, result: "2370.37" },
});

export const FORECAST_LOST = metric({ ...COMMON, id: "roll.forecast.lost", better: "down", example: { values: VALUES, result: "629.63" } });

import { metric } from "../../metric.js";
import { CONTACT_DIMENSIONS, SHARE_EDGES } from "../../usual-parts.js";

const COMMON = {
  number: null,
  figure: "delivery",
  family: "contact",
  unit: "percent",
  denominator: ["attempts.made"],
  edges: SHARE_EDGES,
  dimensions: CONTACT_DIMENSIONS,
  cases: "attempts",
} as const;

export const DELIVERED = metric({
  ...COMMON,
  id: "delivery.delivered",
  better: "up",
  numerator: ["attempts.delivered"],
  example: { values: { "attempts.delivered": 950, "attempts.made": 1_000 }, result: "95" },
});

export const READ = metric({
  ...COMMON,
  id: "delivery.read",
  better: "up",
  numerator: ["attempts.read"],
  example: { values: { "attempts.read": 700, "attempts.made": 1_000 }, result: "70" },
});

export const FAILED = metric({
  ...COMMON,
  id: "delivery.failed",
  better: "down",
  numerator: ["attempts.failed"],
  example: { values: { "attempts.failed": 50, "attempts.made": 1_000 }, result: "5" },
});

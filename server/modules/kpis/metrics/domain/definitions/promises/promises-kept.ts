import { metric } from "../../metric.js";
import { CONTACT_DIMENSIONS, SHARE_EDGES } from "../../usual-parts.js";

const COMMON = {
  figure: "promises.kept",
  family: "promises",
  unit: "percent",
  better: "up",
  edges: [...SHARE_EDGES, "paid_early", "not_due_yet", "superseded", "ended_by_dispute"],
  dimensions: [...CONTACT_DIMENSIONS, "currency"],
  cases: "promises",
} as const;

/** Ten of 1,000 each: six on time, one of 950, one of 500, one in full a day late, one not at all. With two days of grace seven are kept. */
export const PROMISES_KEPT = metric({
  ...COMMON,
  id: "promises.kept.count",
  number: "M5c",
  numerator: ["promises.kept"],
  denominator: ["promises.due"],
  edges: [...COMMON.edges, "partly_paid"],
  example: { values: { "promises.kept": 7, "promises.due": 10 }, result: "70" },
});

export const PROMISED_AMOUNT_KEPT = metric({
  ...COMMON,
  id: "promises.kept.amount",
  number: "M5d",
  numerator: ["promises.paid.amount"],
  denominator: ["promises.due.amount"],
  edges: [...COMMON.edges, "each_currency", "too_much_for_promise"],
  example: { values: { "promises.paid.amount": 8_450, "promises.due.amount": 10_000 }, result: "84.5" },
});

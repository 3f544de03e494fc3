import { metric } from "../../metric.js";
import { CONTACT_DIMENSIONS, SHARE_EDGES } from "../../usual-parts.js";

const COMMON = { family: "promises", unit: "percent", better: "up", dimensions: CONTACT_DIMENSIONS, cases: "promises" } as const;

export const PROMISE_RATE = metric({
  ...COMMON,
  id: "promises.rate",
  number: "M5a",
  numerator: ["debtors.promising"],
  denominator: ["debtors.reached"],
  edges: [...SHARE_EDGES, "right_person", "one_is_enough"],
  example: { values: { "debtors.promising": 25, "debtors.reached": 80 }, result: "31.25" },
});

export const CALL_TO_PROMISE = metric({
  ...COMMON,
  id: "promises.per-call",
  number: "M5b",
  numerator: ["promises.received"],
  denominator: ["calls.made"],
  edges: SHARE_EDGES,
  pending: "calls",
  example: { values: { "promises.received": 25, "calls.made": 200 }, result: "12.5" },
});

import { metric } from "../../metric.js";
import { CONTACT_DIMENSIONS, SHARE_EDGES } from "../../usual-parts.js";

const COMMON = {
  number: "M17",
  figure: "contact.successful",
  family: "contact",
  unit: "percent",
  better: "up",
  edges: [...SHARE_EDGES, "late_answer", "answered_once"],
  dimensions: CONTACT_DIMENSIONS,
  cases: "attempts",
} as const;

export const SUCCESSFUL_CONTACT = metric({
  ...COMMON,
  id: "contact.successful.attempts",
  numerator: ["attempts.answered"],
  denominator: ["attempts.made"],
  objectives: [
    { from: 80, to: 90, attention: 70, of: "whatsapp", source: "whatsapp_guide" },
    { from: 30, to: 50, of: "call", source: "whatsapp_guide" },
    { from: 15, to: 25, of: "email", source: "whatsapp_guide" },
  ],
  example: { values: { "attempts.answered": 820, "attempts.made": 1_000 }, result: "82.0" },
});

export const SUCCESSFUL_CONTACT_DELIVERED = metric({
  ...COMMON,
  id: "contact.successful.delivered",
  numerator: ["attempts.answered"],
  denominator: ["attempts.delivered"],
  edges: [...COMMON.edges, "not_delivered"],
  example: { values: { "attempts.answered": 820, "attempts.delivered": 950 }, result: "86.3" },
});

export const SUCCESSFUL_CONTACT_DEBTORS = metric({
  ...COMMON,
  id: "contact.successful.debtors",
  numerator: ["debtors.answering"],
  denominator: ["debtors.attempted"],
  edges: [...COMMON.edges, "one_is_enough"],
  cases: "accounts",
  example: { values: { "debtors.answering": 360, "debtors.attempted": 400 }, result: "90" },
});

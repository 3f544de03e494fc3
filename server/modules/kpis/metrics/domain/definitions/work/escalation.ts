import { metric } from "../../metric.js";
import { SHARE_EDGES } from "../../usual-parts.js";

const COMMON = {
  figure: "escalation",
  family: "work",
  unit: "percent",
  better: "up",
  edges: [...SHARE_EDGES, "reviewed_cases"],
  dimensions: ["stage", "customer_type", "channel", "agent", "segment"],
  cases: "escalations",
  pending: "escalation_needs",
  objectives: [{ from: 95, to: 100, source: "whatsapp_guide" }],
} as const;

export const ESCALATION_RECALL = metric({
  ...COMMON,
  id: "escalation.found",
  number: "M9a",
  numerator: ["escalations.right"],
  denominator: ["escalations.needed"],
  example: { values: { "escalations.right": 38, "escalations.needed": 40 }, result: "95" },
});

export const ESCALATION_ON_TIME = metric({
  ...COMMON,
  id: "escalation.on-time",
  number: "M9b",
  numerator: ["escalations.right_in_time"],
  denominator: ["escalations.needed"],
  example: { values: { "escalations.right_in_time": 36, "escalations.needed": 40 }, result: "90" },
});

export const ESCALATION_PRECISION = metric({
  ...COMMON,
  id: "escalation.needed",
  number: "M9c",
  numerator: ["escalations.right"],
  denominator: ["escalations.made"],
  objectives: [],
  example: { values: { "escalations.right": 38, "escalations.made": 50 }, result: "76" },
});

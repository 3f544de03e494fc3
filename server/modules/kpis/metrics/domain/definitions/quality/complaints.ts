import { metric } from "../../metric.js";
import { CONTACT_DIMENSIONS, SHARE_EDGES } from "../../usual-parts.js";

const COMMON = {
  number: "M14",
  figure: "complaints",
  family: "quality",
  unit: "percent",
  better: "down",
  denominator: ["accounts.contacted"],
  edges: [...SHARE_EDGES, "complaint_or_dispute", "one_is_enough"],
  dimensions: CONTACT_DIMENSIONS,
  cases: "accounts",
} as const;

export const COMPLAINT_RATE = metric({
  ...COMMON,
  id: "complaints.formal",
  numerator: ["accounts.complaining"],
  pending: "complaints",
  objectives: [{ from: null, to: 2, source: "whatsapp_guide" }],
  example: { values: { "accounts.complaining": 3, "accounts.contacted": 200 }, result: "1.5" },
});

export const DISPUTE_RATE = metric({
  ...COMMON,
  id: "complaints.disputes",
  numerator: ["accounts.disputing"],
  example: { values: { "accounts.disputing": 7, "accounts.contacted": 200 }, result: "3.5" },
});

import { metric } from "../../metric.js";
import { SHARE_EDGES } from "../../usual-parts.js";

export const RETENTION = metric({
  id: "customers.retention",
  number: "M15",
  family: "quality",
  unit: "percent",
  better: "up",
  numerator: ["customers.staying"],
  denominator: ["customers.closed"],
  edges: [...SHARE_EDGES, "too_young"],
  objectives: [{ from: 85, to: 95, attention: 75, source: "whatsapp_guide" }],
  dimensions: ["stage", "customer_type", "language", "country", "segment", "cadence", "channel", "agent"],
  cases: "accounts",
  pending: "after_closing",
  example: { values: { "customers.staying": 45, "customers.closed": 50 }, result: "90" },
});

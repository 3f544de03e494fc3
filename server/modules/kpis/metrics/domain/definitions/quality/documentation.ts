import { metric } from "../../metric.js";
import { SHARE_EDGES } from "../../usual-parts.js";

export const DOCUMENTATION = metric({
  id: "documentation.complete",
  number: "M11",
  family: "quality",
  unit: "percent",
  better: "up",
  numerator: ["cases.documented"],
  denominator: ["cases.all"],
  edges: [...SHARE_EDGES, "missing_piece"],
  objectives: [{ from: 100, to: 100, source: "whatsapp_guide" }],
  dimensions: ["stage", "customer_type", "segment", "cadence", "template", "channel", "agent"],
  cases: "cases",
  example: { values: { "cases.documented": 199, "cases.all": 200 }, result: "99.5" },
});

import { metric } from "../../metric.js";
import { CONTACT_DIMENSIONS, SHARE_EDGES } from "../../usual-parts.js";

export const AUTOMATION = metric({
  id: "work.automation",
  number: "M7",
  family: "work",
  unit: "percent",
  better: "band",
  numerator: ["activities.automatic"],
  denominator: ["activities.all"],
  edges: [...SHARE_EDGES, "corrected_machine"],
  objectives: [{ from: 60, to: 80, source: "whatsapp_guide" }],
  dimensions: CONTACT_DIMENSIONS,
  cases: "activities",
  example: { values: { "activities.automatic": 720, "activities.all": 1_000 }, result: "72" },
});

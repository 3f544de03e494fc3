import { metric } from "../../metric.js";
import { CONTACT_DIMENSIONS, SHARE_EDGES } from "../../usual-parts.js";

export const COMMUNICATION_QUALITY = metric({
  id: "communication.quality",
  number: "M20",
  family: "quality",
  unit: "percent",
  better: "up",
  numerator: ["messages.sound"],
  denominator: ["messages.sampled"],
  edges: [...SHARE_EDGES, "missing_piece"],
  dimensions: CONTACT_DIMENSIONS,
  cases: "messages",
  pending: "reviews",
  example: { values: { "messages.sound": 47, "messages.sampled": 50 }, result: "94" },
});

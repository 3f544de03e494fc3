import { metric } from "../../metric.js";
import { CONTACT_DIMENSIONS } from "../../usual-parts.js";

export const DENIED = metric({
  id: "contact.denied",
  number: null,
  family: "contact",
  unit: "count",
  better: "band",
  numerator: ["attempts.denied"],
  edges: ["local_day", "told_late"],
  dimensions: CONTACT_DIMENSIONS,
  cases: "attempts",
  example: { values: { "attempts.denied": 37 }, result: "37" },
});

import { metric } from "../../metric.js";
import { CONTACT_DIMENSIONS, SHARE_EDGES } from "../../usual-parts.js";

export const RESOLVED_ALONE = metric({
  id: "contact.resolved-alone",
  number: "M6c",
  family: "contact",
  unit: "percent",
  better: "up",
  numerator: ["contacts.resolved_alone"],
  denominator: ["contacts.handled"],
  edges: [...SHARE_EDGES, "too_young"],
  dimensions: CONTACT_DIMENSIONS,
  cases: "cases",
  pending: "issues",
  example: { values: { "contacts.resolved_alone": 150, "contacts.handled": 200 }, result: "75" },
});

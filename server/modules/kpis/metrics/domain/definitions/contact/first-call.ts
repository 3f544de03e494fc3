import { metric } from "../../metric.js";
import { CONTACT_DIMENSIONS, SHARE_EDGES } from "../../usual-parts.js";

export const FIRST_CALL_RESOLUTION = metric({
  id: "contact.first-call",
  number: "M6b",
  family: "contact",
  unit: "percent",
  better: "up",
  numerator: ["calls.first_paid"],
  denominator: ["calls.first"],
  edges: SHARE_EDGES,
  dimensions: CONTACT_DIMENSIONS,
  cases: "attempts",
  pending: "calls",
  example: { values: { "calls.first_paid": 25, "calls.first": 100 }, result: "25" },
});

import { metric } from "../../metric.js";
import { CONTACT_DIMENSIONS, SHARE_EDGES } from "../../usual-parts.js";

export const FIRST_CONTACT_CONVERSION = metric({
  id: "contact.conversion",
  number: "M6a",
  family: "contact",
  unit: "percent",
  better: "up",
  numerator: ["debtors.converted"],
  denominator: ["debtors.first_contacted"],
  edges: [...SHARE_EDGES, "after_second_contact", "too_young"],
  dimensions: CONTACT_DIMENSIONS,
  cases: "accounts",
  example: { values: { "debtors.converted": 40, "debtors.first_contacted": 100 }, result: "40" },
});

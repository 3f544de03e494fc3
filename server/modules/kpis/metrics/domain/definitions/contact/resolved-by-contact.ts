import { metric, type ObjectiveBand } from "../../metric.js";
import { CONTACT_DIMENSIONS, SHARE_EDGES } from "../../usual-parts.js";

const resolvedBy = (contact: 1 | 2 | 3, cases: number, objectives: readonly ObjectiveBand[] = []) =>
  metric({
    id: `contact.resolved-by-${contact}`,
    number: "M6d",
    figure: "contact.resolved",
    family: "contact",
    unit: "percent",
    better: "up",
    numerator: ["cases.resolved_by_contact"],
    denominator: ["cases.reached"],
    edges: [...SHARE_EDGES, "late_answer"],
    objectives,
    dimensions: CONTACT_DIMENSIONS,
    cases: "cases",
    example: { values: { "cases.resolved_by_contact": cases, "cases.reached": 100 }, result: String(cases) },
  });

export const RESOLVED_BY_FIRST = resolvedBy(1, 42, [{ from: 35, to: 50, source: "whatsapp_guide" }]);
export const RESOLVED_BY_SECOND = resolvedBy(2, 56);
export const RESOLVED_BY_THIRD = resolvedBy(3, 66, [{ from: 60, to: 75, source: "whatsapp_guide" }]);

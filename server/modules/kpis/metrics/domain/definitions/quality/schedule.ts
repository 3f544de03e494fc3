import { metric } from "../../metric.js";
import { CONTACT_DIMENSIONS, SHARE_EDGES } from "../../usual-parts.js";

const COMMON = { number: "M10", figure: "schedule", family: "quality", dimensions: CONTACT_DIMENSIONS, cases: "attempts" } as const;

export const SCHEDULE_COMPLIANCE = metric({
  ...COMMON,
  id: "schedule.compliance",
  unit: "percent",
  better: "up",
  numerator: ["contacts.permitted"],
  denominator: ["contacts.regulated"],
  edges: [...SHARE_EDGES, "recipient_clock", "prevented_apart", "under_investigation"],
  objectives: [{ from: 100, to: 100, source: "whatsapp_guide" }],
  example: { values: { "contacts.permitted": 9_996, "contacts.regulated": 10_000 }, result: "99.96" },
});

export const SCHEDULE_PREVENTED = metric({
  ...COMMON,
  id: "schedule.prevented",
  unit: "count",
  better: "band",
  numerator: ["contacts.prevented"],
  edges: ["prevented_apart", "recipient_clock"],
  example: { values: { "contacts.prevented": 214 }, result: "214" },
});

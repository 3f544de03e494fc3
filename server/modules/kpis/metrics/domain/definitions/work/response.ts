import { metric } from "../../metric.js";
import { CONTACT_DIMENSIONS, SHARE_EDGES } from "../../usual-parts.js";

const COMMON = {
  number: "M12",
  figure: "response",
  family: "work",
  dimensions: CONTACT_DIMENSIONS,
  cases: "inquiries",
} as const;

/** Open from 9 to 18, Monday to Friday: asked on Friday at 17:30, answered on Monday at 9:45. */
export const RESPONSE_TIME = metric({
  ...COMMON,
  id: "response.median",
  unit: "duration",
  better: "down",
  method: "median",
  numerator: ["inquiries.wait"],
  edges: ["zero_below", "small_n", "closed_hours", "never_answered"],
  objectives: [{ from: null, to: 4, source: "whatsapp_guide" }],
  example: { values: { "inquiries.wait": [4_500_000] }, result: "4500000" },
});

export const ANSWERED_IN_TIME = metric({
  ...COMMON,
  id: "response.within-4-hours",
  unit: "percent",
  better: "up",
  numerator: ["inquiries.answered_in_time"],
  denominator: ["inquiries.received"],
  edges: [...SHARE_EDGES, "closed_hours", "never_answered"],
  example: { values: { "inquiries.answered_in_time": 188, "inquiries.received": 200 }, result: "94" },
});

/** By the wall's clock: a debtor's day does not stop when the office closes. */
export const RESOLVED_IN_TIME = metric({
  ...COMMON,
  id: "response.resolved-within-24-hours",
  unit: "percent",
  better: "up",
  numerator: ["inquiries.resolved_in_time"],
  denominator: ["inquiries.received"],
  edges: [...SHARE_EDGES, "never_answered"],
  example: { values: { "inquiries.resolved_in_time": 170, "inquiries.received": 200 }, result: "85" },
});

import { metric } from "../../metric.js";
import { SHARE_EDGES } from "../../usual-parts.js";

export const PRODUCTIVITY = metric({
  id: "work.productivity",
  number: "M22",
  family: "work",
  unit: "count",
  better: "up",
  numerator: ["agents.accounts_worked"],
  denominator: ["agents.days"],
  edges: [...SHARE_EDGES, "one_is_enough"],
  dimensions: ["agent", "stage", "channel", "segment"],
  cases: "agent_days",
  example: { values: { "agents.accounts_worked": 1_260, "agents.days": 30 }, result: "42" },
});

import { metric } from "../../metric.js";

const COMMON = {
  number: "M22",
  figure: "work.concurrency",
  family: "work",
  unit: "count",
  better: "band",
  dimensions: ["agent", "channel", "hour"],
  cases: "agent_days",
  pending: "conversation_times",
} as const;

/** Three conversations that were open from 9 to 11, from 10 to 12 and from 10 to 11. */
export const CONCURRENCY_PEAK = metric({
  ...COMMON,
  id: "work.concurrency.peak",
  method: "peak",
  numerator: ["conversations.open_together"],
  edges: ["nobody_busy"],
  objectives: [{ from: 300, to: 500, source: "whatsapp_guide" }],
  example: { values: { "conversations.open_together": [1, 3, 1] }, result: "3" },
});

export const CONCURRENCY_MEAN = metric({
  ...COMMON,
  id: "work.concurrency.mean",
  numerator: ["conversations.open_time"],
  denominator: ["agents.busy_time"],
  edges: ["nobody_busy", "local_day"],
  example: { values: { "conversations.open_time": 18_000_000, "agents.busy_time": 10_800_000 }, result: "1.67" },
});

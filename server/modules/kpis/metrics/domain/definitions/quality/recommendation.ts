import { metric } from "../../metric.js";

export const RECOMMENDATION = metric({
  id: "customers.recommendation",
  number: "M13",
  family: "quality",
  unit: "points",
  better: "up",
  numerator: ["surveys.promoters", "-surveys.detractors"],
  denominator: ["surveys.answers"],
  edges: ["zero_below", "small_n", "local_day", "no_survey_answer"],
  objectives: [{ from: 0, to: 20, attention: 0, source: "whatsapp_guide" }],
  dimensions: ["stage", "customer_type", "language", "country", "segment", "cadence", "channel", "agent"],
  cases: "surveys",
  pending: "surveys",
  example: { values: { "surveys.promoters": 22, "surveys.detractors": 15, "surveys.answers": 50 }, result: "14" },
});

import { z } from "zod";
import { IsoInstant } from "./common.contract.js";

export const CertaintyGrade = z.enum(["A", "B", "C", "P"]).describe("Grade of the source, A best; P = policy, not law");

/** One rule as it was evaluated, with the sentence in the reader's language. */
export const RuleView = z.object({
  rule: z.string(),
  verdict: z.enum(["pass", "fail", "unknown"]),
  class: z.enum(["law", "policy", "engine"]),
  certainty: CertaintyGrade,
  source: z.string(),
  text: z.string(),
});

export const DecisionView = z.object({
  verdict: z.enum(["allow", "deny", "not_before"]),
  notBefore: IsoInstant.nullable(),
  notAfter: IsoInstant.nullable(),
  zone: z.string().nullable(),
  sentence: z.string().describe("What, until when, why, article; in the reader's language"),
  rules: z.array(RuleView),
});
export type DecisionView = z.infer<typeof DecisionView>;

import { z } from "zod";
import { CadenceName, Channel, IdParams, IsoDate, IsoInstant, Locale } from "./common.contract.js";
import { route } from "./route.js";

export const Certainty = z
  .enum(["A", "B", "C", "G", "P"])
  .describe("Grade of the source, A best; G = general knowledge; P = policy, not law");

/** One rule as it was evaluated, with the sentence in the reader's language. */
export const RuleView = z.object({
  rule: z.string(),
  verdict: z.enum(["pass", "fail", "unknown"]),
  class: z.enum(["law", "policy", "engine"]),
  certainty: Certainty,
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

export const ContactDay = z.object({
  date: IsoDate,
  cells: z.array(
    z.object({
      channel: Channel,
      state: z.enum(["open", "used", "closed"]),
      hours: z.string().nullable(),
      note: z.string().nullable(),
      rule: z.string().nullable(),
    }),
  ),
});

export const ContactOutlook = z.object({
  zone: z.string().nullable(),
  decision: DecisionView.describe("May a new collection message go out by WhatsApp now"),
  replies: z
    .object({ open: z.boolean(), until: IsoInstant.nullable(), text: z.string() })
    .describe("Whether an answer to the debtor is possible"),
  days: z.array(ContactDay),
  rules: z.array(z.object({ rule: z.string(), text: z.string(), source: z.string(), certainty: Certainty })),
  next: z
    .object({
      at: IsoInstant.nullable(),
      text: z.string(),
      step: z.string(),
      stepName: z.string().nullable(),
      cadence: CadenceName.nullable(),
    })
    .nullable(),
});

export type ContactOutlook = z.infer<typeof ContactOutlook>;

export const policyRoutes = {
  outlook: route({
    method: "GET",
    path: "/api/debtors/:id/outlook",
    access: "user",
    params: IdParams,
    query: z.object({ lang: Locale.default("en") }),
    response: ContactOutlook,
    summary: "May we write, when, and why not",
  }),
};

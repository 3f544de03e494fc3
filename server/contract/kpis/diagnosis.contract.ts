import { z } from "zod";
import { IsoDate, IsoInstant } from "../common.contract.js";
import { route } from "../route.js";

const Arrived = { delivered: z.int().describe("Attempts that arrived"), answered: z.int() };
const CauseName = z.enum(["number", "hour", "template"]);

export const ContactDiagnosisView = z.object({
  from: IsoDate.describe("First day, in the account's zone"),
  to: IsoDate.describe("Last day, included"),
  zone: z.string(),
  asOf: IsoInstant,
  share: z.number().min(0).max(1).describe("Share of the journal that is in the numbers"),
  state: z
    .enum(["well", "too_few", "found", "even"])
    .describe("`too_few`: nobody can say yet; `even`: contact is low, and neither numbers nor hours nor texts stand out"),
  rate: z.string().nullable().describe("Per cent of the attempts that were answered; null without attempts"),
  floor: z.number().describe("Per cent below which contact is low: of the objective in force"),
  least: z.int().describe("Attempts it takes before anything is said"),
  leastInGroup: z.int().describe("Attempts that have to arrive in an hour or with a template before it is compared"),
  attempts: z.int(),
  ...Arrived,
  invalid: z.int().describe("Attempts that failed because nobody is at the number"),
  silent: z.int().describe("Attempts that neither arrived nor failed within a day"),
  lacking: z.int().describe("Answers that lack to the bound"),
  leading: CauseName.nullable().describe("What most answers are missed by"),
  suspects: z
    .array(
      z.object({
        cause: CauseName,
        missed: z.int().describe("Answers that would have come, had what lags done as the others: an estimate"),
        groups: z
          .array(
            z.object({
              weekday: z.int().min(1).max(7).nullable().describe("1 is Monday; of an hour"),
              hour: z.int().min(0).max(23).nullable(),
              template: z.string().nullable(),
              ...Arrived,
              others: z.object(Arrived).describe("All attempts beside it"),
            }),
          )
          .describe("What lags behind all the others by more than chance, the most missed first"),
        more: z.int().describe("Those that are not listed"),
      }),
    )
    .describe("What most answers are missed by first"),
});
export type ContactDiagnosisView = z.infer<typeof ContactDiagnosisView>;

export const diagnosisRoutes = {
  contactDiagnosis: route({
    method: "GET",
    path: "/api/diagnosis/contact",
    access: "user",
    query: z.object({
      from: IsoDate.optional().describe("First day; the first of this month where it is left out"),
      to: IsoDate.optional().describe("Last day, included; today where it is left out"),
      asOf: IsoInstant.optional().describe("As it was known then; now where it is left out"),
    }),
    response: ContactDiagnosisView,
    summary: "Which of numbers, hour and text is to blame where few attempts are answered",
  }),
};

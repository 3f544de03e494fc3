import { z } from "zod";
import { Id, IsoInstant, LocaleTag } from "../common.contract.js";
import { route } from "../route.js";

export const LongCaseCauseName = z
  .enum(["owner", "answer", "decision", "payment", "debtor"])
  .describe(
    "`owner`: nobody has taken it; `answer`: its owner's; `decision`: of somebody who may decide; `payment`: that was promised; `debtor`: an answer",
  );

export const LongCasesView = z.object({
  asOf: IsoInstant,
  total: z.int(),
  causes: z.array(z.object({ cause: LongCaseCauseName, count: z.int(), longest: z.int().describe("Days") })),
  items: z
    .array(
      z.object({
        id: Id,
        debtorId: Id.nullable(),
        debtor: z.string().nullable().describe("Null where nobody knows whose number it is, or the name cannot be read"),
        reason: z.string().describe("Why people were called, in the reader's language"),
        cause: LongCaseCauseName,
        openedAt: IsoInstant,
        days: z.int().describe("Whole days since it was opened"),
        waitsSince: IsoInstant.describe("Since when it has waited for that"),
        owner: z.string().nullable().describe("As the journal names people; null: nobody, or hidden"),
        ownerHidden: z.boolean().describe("It is another agent's, and the account keeps whose"),
      }),
    )
    .describe("The longest first, 200 at most"),
});
export type LongCasesView = z.infer<typeof LongCasesView>;

export const longCasesRoutes = {
  longCases: route({
    method: "GET",
    path: "/api/overview/long-cases",
    access: "user",
    query: z.object({ lang: LocaleTag.default("en") }),
    response: LongCasesView,
    summary:
      "Cases with people that have taken more than a week, or fifteen days where something is to be decided, and what each waits for",
  }),
};

import { z } from "zod";
import { Id, IsoInstant, LocaleTag } from "./common.contract.js";
import { route } from "./route.js";

export const escalationsRoutes = {
  waiting: route({
    method: "GET",
    path: "/api/attention",
    access: "user",
    query: z.object({ lang: LocaleTag.default("en") }),
    response: z.object({
      items: z.array(
        z.object({
          id: Id,
          debtorId: Id.nullable(),
          debtor: z.string(),
          reason: z.string(),
          since: IsoInstant,
          conversationUrl: z.string().nullable(),
          clock: z
            .object({ name: z.string(), dueAt: IsoInstant.nullable(), isOverdue: z.boolean(), sentence: z.string() })
            .nullable()
            .describe("What expires next of the case; null where no clock goes on"),
        }),
      ),
      total: z.int().describe("How many wait; the longest waiting of them are listed"),
    }),
    summary: "Cases that need a person: no answer was given yet",
  }),
};

import { z } from "zod";
import { Id, IdParams, IsoInstant, LocaleTag } from "../common.contract.js";
import { route } from "../route.js";

export const CaseClockView = z.object({
  clock: z.enum(["first_answer", "next_answer", "first_resolution", "total_resolution", "owner"]),
  name: z.string().describe("What it is called in the reader's language"),
  cycle: z.int().describe("1, 2, …: which run of this clock it is"),
  state: z
    .enum(["running", "paused", "closed", "met", "late", "dropped", "cancelled"])
    .describe("closed: the desk is; met, late, dropped (closed without what it waited for) and cancelled do not go on"),
  startedAt: IsoInstant,
  endedAt: IsoInstant.nullable(),
  dueAt: IsoInstant.nullable().describe("Null while a pause without an end holds"),
  missedAt: IsoInstant.nullable().describe("When its target was used up; it stays, whatever comes later"),
  isOverdue: z.boolean().describe("It goes on beyond its target"),
  elapsedSeconds: z.int().describe("Time that counted"),
  targetSeconds: z.int(),
  sentence: z.string().describe("What it says about itself: pauses with their reason, closed hours, when it is due"),
});
export type CaseClockView = z.infer<typeof CaseClockView>;

export const CaseClocksView = z.object({
  caseId: Id,
  policy: z.string().describe("Version and entry it is pinned to, such as 1/inquiry"),
  calendar: z.string().nullable().describe("Version of the working hours it is pinned to, such as desk@1"),
  items: z.array(CaseClockView).describe("Those that go on first, by what is due first; then those that have ended, the newest first"),
});

const InLanguage = z.object({ lang: LocaleTag.default("en") });

export const clocksRoutes = {
  caseClock: route({
    method: "GET",
    path: "/api/cases/:id/clock",
    access: "user",
    params: IdParams,
    query: InLanguage,
    response: CaseClocksView,
    summary: "Every clock of a case, with its explanation in one sentence",
  }),
  debtorClocks: route({
    method: "GET",
    path: "/api/debtors/:id/clocks",
    access: "user",
    params: IdParams,
    query: InLanguage,
    response: z.object({ items: z.array(CaseClocksView) }),
    summary: "The clocks of a debtor's open cases",
  }),
};

import { z } from "zod";
import { Amount, CurrencyCode, Id, IdParams, IsoInstant, LocaleTag, PageQuery, StageName } from "../common.contract.js";
import { route } from "../route.js";

const Lang = z.object({ lang: LocaleTag.default("en") });
const Words = z.string().trim().min(3).max(500);
const HostUserId = z.int().min(1).max(2_147_483_647);

const CaseReasonName = z.string().max(32).describe("self_harm, hardship, dispute, …: the gravest that was said");
const CaseGroupName = z
  .enum(["late", "soon", "today", "later", "paused"])
  .describe("soon = within 30 minutes; paused = snoozed, or its clock waits for somebody else");
const CaseOutcomeName = z.enum([
  "paid",
  "promised",
  "plan",
  "corrected",
  "accepted",
  "rejected",
  "informed",
  "passed_on",
  "unreachable",
  "nothing",
]);
const CheckName = z.enum([
  "hold",
  "answer",
  "find_payment",
  "check_number",
  "decide_claim",
  "offer_help",
  "talk_to_representative",
  "tell_supervisor",
  "agree_day",
  "decide_hold",
  "tell_outcome",
]);

export const CaseRowView = z.object({
  id: Id,
  debtorId: Id.nullable().describe("Null while nobody knows whose number it is"),
  debtor: z.string(),
  reason: CaseReasonName,
  reasonText: z.string().describe("In the reader's language"),
  words: z.string().nullable().describe("The debtor's last words, in their own language; null where there are none or they are erased"),
  since: IsoInstant.describe("Since when somebody waits"),
  answered: z.boolean(),
  owner: z.object({ hostUserId: z.int(), name: z.string() }).nullable(),
  stage: StageName.nullable().describe("Of the oldest open debt"),
  atRisk: z.array(Amount).describe("What is owed, per currency; never added up"),
  group: CaseGroupName,
  due: IsoInstant.nullable().describe("When its next clock is used up; null where none runs"),
  clock: z
    .object({
      kind: z.enum(["first_answer", "next_answer", "first_resolution", "total_resolution", "owner"]),
      state: z.string().describe("running, paused, closed (outside the desk's hours)"),
      elapsedSeconds: z.int(),
      targetSeconds: z.int(),
    })
    .nullable()
    .describe("The clock that expires first"),
  snoozedUntil: IsoInstant.nullable(),
  resolved: z.boolean().describe("Resolved in the helpdesk, while a hold waits for a person's decision"),
  closed: z.boolean(),
  conversationUrl: z.string(),
});
export type CaseRowView = z.infer<typeof CaseRowView>;

export const CaseView = CaseRowView.extend({
  openedAt: IsoInstant,
  closedAt: IsoInstant.nullable(),
  outcome: CaseOutcomeName.nullable(),
  conversationId: z.int(),
  next: z.string().describe("The next best action, one sentence in the reader's language"),
  checks: z.array(
    z.object({
      check: CheckName,
      done: z.boolean(),
      byHand: z.boolean().describe("Whether a person may tick it; the others tick themselves"),
      by: z.string().nullable(),
      at: IsoInstant.nullable(),
    }),
  ),
  outcomes: z.array(CaseOutcomeName).describe("What a case of this reason can end with, the likeliest first"),
  undecided: z
    .array(z.object({ id: Id, reason: z.string() }))
    .describe("Holds that end only by a person's decision: asked for when it is closed"),
  earlier: z
    .array(z.object({ id: Id, reasonText: z.string(), closedAt: IsoInstant, outcome: CaseOutcomeName.nullable() }))
    .describe("The debtor's closed cases, newest first"),
});
export type CaseView = z.infer<typeof CaseView>;

const CaseFilters = {
  view: z.enum(["mine", "team", "unowned", "all"]).default("all").describe("Whose; the team's are its people's and nobody's"),
  reason: CaseReasonName.optional(),
  stage: StageName.optional(),
  group: CaseGroupName.optional(),
  currency: CurrencyCode.optional().describe("Only where something is owed in it"),
};

export const casesRoutes = {
  cases: route({
    method: "GET",
    path: "/api/cases",
    access: "user",
    query: PageQuery.extend({ ...Lang.shape, ...CaseFilters }),
    response: z.object({
      items: z.array(CaseRowView),
      next: z.string().nullable(),
      total: z.int().describe("Open cases of this view and these filters"),
      groups: z.array(z.object({ group: CaseGroupName, count: z.int() })),
      views: z.object({ mine: z.int(), team: z.int(), unowned: z.int(), all: z.int() }).describe("Open cases without the other filters"),
      reasons: z
        .array(z.object({ reason: CaseReasonName, text: z.string(), count: z.int() }))
        .describe("Those of this view, the most frequent first"),
      asOf: IsoInstant,
      zone: z.string(),
    }),
    summary: "Open cases: what expires first stands first, and of one minute the larger amount at risk",
  }),
  case: route({
    method: "GET",
    path: "/api/cases/:id",
    access: "user",
    params: IdParams,
    query: Lang,
    response: CaseView,
    summary: "One case",
  }),
  assignCase: route({
    method: "POST",
    path: "/api/cases/:id/assign",
    access: "agent",
    params: IdParams,
    query: Lang,
    body: z.object({
      owner: HostUserId.nullable().describe("Null: nobody"),
      from: HostUserId.nullable().describe("Whose it was when it was seen: who comes second is told whose it is now"),
      note: Words.optional().describe("Needed to hand a case over from one person to another"),
    }),
    response: CaseRowView,
    summary: "Claims a case, gives it to somebody, or hands it over with a note",
  }),
  snoozeCase: route({
    method: "POST",
    path: "/api/cases/:id/snooze",
    access: "agent",
    params: IdParams,
    query: Lang,
    body: z.object({ until: IsoInstant.nullable().describe("Null: back at once"), reason: Words }),
    response: CaseRowView,
    summary: "Puts a case aside until an instant or until the debtor writes; stops no clock",
  }),
  noteCase: route({
    method: "POST",
    path: "/api/cases/:id/notes",
    access: "agent",
    params: IdParams,
    body: z.object({ text: z.string().trim().min(1).max(2_000) }),
    response: null,
    summary: "Writes a note into the debtor's record; sealed, and never sent",
  }),
  tickCase: route({
    method: "POST",
    path: "/api/cases/:id/checks/:check",
    access: "agent",
    params: IdParams.extend({ check: CheckName }),
    query: Lang,
    body: z.object({ done: z.boolean() }),
    response: CaseView,
    summary: "Ticks a point of the check-list, or takes the tick back",
  }),
  closeCase: route({
    method: "POST",
    path: "/api/cases/:id/close",
    access: "agent",
    params: IdParams,
    query: Lang,
    body: z.object({
      outcome: CaseOutcomeName,
      note: Words.optional().describe("Needed to end a hold"),
      hold: z.enum(["keep", "end"]).optional().describe("Needed where a hold waits for a person's decision"),
      holdUntil: IsoInstant.optional().describe("With keep: when the hold ends by itself; without it, it stays until somebody ends it"),
    }),
    response: CaseView,
    summary: "Closes a case with its outcome and resolves its conversation in the helpdesk",
  }),
};

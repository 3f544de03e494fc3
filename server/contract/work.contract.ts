import { z } from "zod";
import { Amount, Channel, Id, IdParams, IsoDate, IsoInstant, Locale, page, PageQuery, StageId } from "./common.contract.js";
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

export const CadenceName = z.object({ key: z.string(), name: z.string() });

export const TodayRow = z.object({
  messageId: Id.nullable().describe("Null when nothing could be planned"),
  debtorId: Id,
  debtor: z.string(),
  stage: StageId,
  daysPastDue: z.int(),
  owes: Amount,
  debts: z.int(),
  step: z.string(),
  stepName: z.string().nullable().describe("As its cadence names it; null in messages of the time before cadences had names"),
  cadence: CadenceName.nullable(),
  template: z.string().nullable(),
  state: z.enum(["allowed", "later", "denied", "sending", "sent", "delivered", "read", "answered", "failed", "unknown"]),
  at: IsoInstant.nullable().describe("When it was or will be sent, or the last change"),
  decision: DecisionView.nullable(),
  answer: z.string().nullable().describe("Intent of the debtor's last answer"),
});
export type TodayRow = z.infer<typeof TodayRow>;

export const TodayView = z.object({
  date: IsoDate,
  zone: z.string(),
  asOf: IsoInstant,
  dispatch: z.object({ enabled: z.boolean(), stopped: z.boolean() }),
  planDigest: z.string().describe("Pass to turn-on: proves that this plan was seen"),
  counts: z.object({
    due: z.int(),
    allowed: z.int(),
    later: z.int(),
    denied: z.int(),
    sent: z.int(),
    delivered: z.int(),
    read: z.int(),
    answered: z.int(),
    failed: z.int(),
    needsPerson: z.int(),
  }),
  opensAt: IsoInstant.nullable().describe("When the first of those that wait may go out; null where none waits for an hour"),
  deniedBy: z.array(
    z.object({
      rule: z.string(),
      source: z.string(),
      certainty: Certainty,
      class: z.enum(["law", "policy", "engine"]),
      count: z.int().describe("Messages it keeps back today"),
      later: z.int().describe("Those of them that wait; the others do not go out"),
    }),
  ),
  items: z.array(TodayRow),
  next: z.string().nullable(),
});
export type TodayView = z.infer<typeof TodayView>;

export const TimelineEntry = z.object({
  at: IsoInstant,
  seq: z.int().describe("Record number in the journal"),
  type: z.string(),
  kind: z.enum(["message", "decision", "money", "agreement", "note", "hold", "consent"]),
  title: z.string().describe("Sentence in the reader's language"),
  text: z.string().nullable().describe("Words of the message or the debtor, in their own language"),
  language: z.string().nullable(),
  actor: z.string().describe("user:12, key:…, system:JOB, debtor or host; the names of users are under /api/people"),
  message: z.string().nullable().describe("Ref of the message whose way it tells of: what has the same is about one message"),
});

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

export const TemplateView = z.object({
  name: z.string(),
  language: z.string(),
  stage: StageId.nullable(),
  status: z.enum(["not_submitted", "pending", "approved", "rejected", "paused", "disabled", "unknown"]),
  category: z.string().nullable(),
  statusAt: IsoInstant.nullable(),
  sendable: z.boolean(),
  body: z.string(),
  buttons: z.array(z.string()),
});

export const JournalRecordView = z.object({
  seq: z.int(),
  id: Id,
  at: IsoInstant,
  type: z.string(),
  title: z.string().describe("Sentence in the reader's language"),
  version: z.int(),
  actor: z.string(),
  debtorId: Id.nullable(),
  payload: z.record(z.string(), z.unknown()),
  personal: z.record(z.string(), z.unknown()).nullable().describe("Null when erased or when the reader may not see it"),
  hash: z.string(),
});

export const RecordType = z.object({
  type: z.string(),
  kind: TimelineEntry.shape.kind,
  title: z.string().describe("In the reader's language, with … for what each record fills in"),
});

export const VerifyResult = z.object({
  ok: z.boolean(),
  records: z.int(),
  head: z.object({ seq: z.int(), hash: z.string() }).nullable(),
  firstBad: z.object({ seq: z.int(), problem: z.string() }).nullable(),
  checkpoints: z.int(),
});

export const workRoutes = {
  today: route({
    method: "GET",
    path: "/api/today",
    access: "user",
    query: z.object({
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
      state: z.enum(["allowed", "later", "denied", "sent", "answered", "failed"]).optional(),
      rule: z.string().max(100).optional().describe("Only what this rule keeps back, as `deniedBy` names it"),
      lang: Locale.default("en"),
    }),
    response: TodayView,
    summary: "Who is due today, who may be written to, who not and why, and what came back",
  }),
  timeline: route({
    method: "GET",
    path: "/api/debtors/:id/timeline",
    access: "user",
    params: IdParams,
    query: PageQuery.extend({ lang: Locale.default("en"), kind: z.enum(["message", "decision", "money", "note"]).optional() }),
    response: page(TimelineEntry),
    summary: "What happened with a debtor, newest first",
  }),
  outlook: route({
    method: "GET",
    path: "/api/debtors/:id/outlook",
    access: "user",
    params: IdParams,
    query: z.object({ lang: Locale.default("en") }),
    response: ContactOutlook,
    summary: "May we write, when, and why not",
  }),
  templates: route({
    method: "GET",
    path: "/api/templates",
    access: "user",
    response: z.object({ items: z.array(TemplateView), syncedAt: IsoInstant.nullable() }),
    summary: "Message templates and what Meta says of them",
  }),
  syncTemplates: route({
    method: "POST",
    path: "/api/templates/sync",
    access: "admin",
    body: z.object({}),
    response: z.object({ items: z.array(TemplateView), syncedAt: IsoInstant.nullable() }),
    summary: "Reads template status from the helpdesk now",
  }),
  journal: route({
    method: "GET",
    path: "/api/journal",
    access: "compliance",
    scope: "journal:read",
    query: PageQuery.extend({ lang: Locale.default("en"), type: z.string().max(64).optional(), debtorId: Id.optional() }),
    response: page(JournalRecordView),
    summary: "Journal records, newest first",
  }),
  recordTypes: route({
    method: "GET",
    path: "/api/journal/types",
    access: "compliance",
    scope: "journal:read",
    query: z.object({ lang: Locale.default("en") }),
    response: z.object({ items: z.array(RecordType) }),
    summary: "What a record can be about, to filter the journal by",
  }),
  verify: route({
    method: "GET",
    path: "/api/journal/verify",
    access: "compliance",
    scope: "journal:read",
    response: VerifyResult,
    summary: "Recomputes the whole chain",
  }),
  exportJournal: route({
    method: "GET",
    path: "/api/journal/export",
    access: "compliance",
    scope: "journal:read",
    response: "stream",
    summary: "The journal as JSON lines, verifiable offline",
  }),
  people: route({
    method: "GET",
    path: "/api/attention",
    access: "user",
    query: z.object({ lang: Locale.default("en") }),
    response: z.object({
      items: z.array(
        z.object({
          id: Id,
          debtorId: Id.nullable(),
          debtor: z.string(),
          reason: z.string(),
          since: IsoInstant,
          conversationUrl: z.string().nullable(),
        }),
      ),
      total: z.int().describe("How many wait; the longest waiting of them are listed"),
    }),
    summary: "Cases that need a person: no answer was given yet",
  }),
  live: route({
    method: "GET",
    path: "/api/live",
    access: "user",
    response: "stream",
    summary: "Server-sent events: one `journal` event with the newest record numbers whenever something happened",
  }),
};

export const systemRoutes = {
  health: route({
    method: "GET",
    path: "/api/health",
    access: "public",
    response: z.object({ status: z.enum(["ok", "stuck"]) }),
    summary: "The process is alive; 503 where only a new start helps",
  }),
  ready: route({
    method: "GET",
    path: "/api/ready",
    access: "public",
    response: z.object({
      status: z.enum(["ok", "degraded", "down"]).describe("degraded = without the queue work happens later; down comes with 503"),
      database: z.boolean().describe("It answers, and takes what is written"),
      queue: z.boolean(),
      reason: z.string().nullable().describe("What is wrong, e.g. database.full"),
    }),
    summary: "The process can serve: database and queue answer",
  }),
  clock: route({
    method: "GET",
    path: "/api/clock",
    access: "public",
    response: z.object({ now: IsoInstant }),
    summary: "The server's clock; the demo's is shifted",
  }),
};

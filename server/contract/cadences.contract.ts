import { z } from "zod";
import { Amount, CadenceName, ChannelName, Id, IdParams, IsoDate, IsoInstant, LocaleTag } from "./common.contract.js";
import { route } from "./route.js";
import { ruleSized } from "./sized.js";
import { CertaintyGrade, DecisionView } from "./policy.contract.js";

const Name = z.string().trim().min(1).max(80);
const Reason = z.object({ reason: z.string().trim().min(3).max(500).describe("Goes into the journal") });

/** One message, so many days from the due date of a debt. */
export const CadenceStepView = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_.-]{0,63}$/, "lower-case letters, digits, _ . and - only")
    .describe("Kept across versions: it is in the key that keeps a debtor from getting a step twice"),
  name: z.string().max(80),
  offsetDays: z.int().min(-720).max(720).describe("Days from the due date; negative before it"),
  graceDays: z.int().min(0).max(30).describe("Days after its own in which it may still go out"),
  template: z.string().max(200).describe("Name in the library, without version"),
  condition: ruleSized(z.unknown()).nullable().describe("A rule as in segments; null = always"),
});

/** What ends a cadence for a debtor besides paid, hold and opt-out, which always do. */
export const CadenceExitsView = z.object({
  repliedWithinDays: z.int().min(1).max(90).nullable(),
  activePromise: z.boolean(),
  smallBalance: z.array(Amount).max(20).describe("Balances up to these, one a currency, are not chased"),
});

export const CadenceBodyView = z.object({
  name: Name,
  segment: z.string().trim().min(1).max(64).nullable().describe("Key of the segment; null = everybody"),
  steps: z.array(CadenceStepView).max(40),
  exits: CadenceExitsView,
});

export const CadenceFindingView = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning"]).describe("Errors keep it from being published"),
  step: z.string().nullable().describe("Id of the step it is about"),
  field: z.string().nullable(),
  message: z.string(),
  remedy: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const CadenceHead = z.object({
  id: Id,
  key: z.string(),
  name: z.string(),
  segment: z.object({ key: z.string(), name: z.string() }).nullable(),
  priority: z.int(),
  status: z.enum(["draft", "published", "paused", "archived"]),
  version: z.int().nullable().describe("In force; null when never published"),
  draft: z.boolean().describe("There are changes that are not published"),
  steps: z.array(z.object({ id: z.string(), name: z.string(), offsetDays: z.int() })),
  plannedToday: z.int().describe("Messages planned for today, whatever became of them"),
  sent30Days: z.int().describe("Messages that left in the last 30 days"),
  paused: z.object({ reason: z.string(), at: IsoInstant, by: z.string() }).nullable(),
});

/** One difference between two bodies; `step` is null where it is the cadence's own. */
export const CadenceChangeView = z.object({
  what: z.enum([
    "step_added",
    "step_removed",
    "step_name",
    "step_day",
    "step_grace",
    "step_template",
    "step_condition",
    "name",
    "segment",
    "exit_replied",
    "exit_promise",
    "exit_small_balance",
  ]),
  step: z.string().nullable(),
  from: z.unknown(),
  to: z.unknown(),
});

export const CadenceVersionView = z.object({
  version: z.int(),
  publishedAt: IsoInstant,
  publishedBy: z.string(),
  note: z.string().nullable(),
  body: CadenceBodyView,
  changes: z.array(CadenceChangeView).describe("Against the version before it; the first has none"),
});

export const CadenceView = CadenceHead.extend({
  draftBody: CadenceBodyView,
  revision: z.int().describe("Of the draft: send it back with each change"),
  savedAt: IsoInstant.nullable(),
  published: CadenceVersionView.nullable(),
  debtors: z.int().describe("With an open debt in the segment now"),
  findings: z.array(CadenceFindingView),
  changes: z.array(CadenceChangeView).describe("What publishing the draft would change"),
});

export const CadenceSimulation = z.object({
  from: IsoDate,
  days: z.array(z.object({ date: IsoDate, counts: z.array(z.object({ step: z.string(), count: z.int() })) })),
  messages: z.int(),
  debtors: z.int(),
});

export const CadenceTrial = z.object({
  debtor: z.object({ id: Id, name: z.string() }),
  inSegment: z.boolean(),
  why: z.string().describe("Why the cadence takes this debtor or not; in the reader's language"),
  zone: z.string().nullable(),
  items: z.array(
    z.object({
      step: z.string(),
      date: IsoDate,
      at: IsoInstant.nullable().describe("When it could go at the earliest; null when it could not"),
      debt: z.string().describe("Reference of the debt it is anchored to"),
      note: z.string().nullable().describe("Why it would not be planned"),
      decision: DecisionView.nullable().describe("What the policy would say on that day"),
    }),
  ),
});

export const ContactDayView = z.object({
  date: IsoDate,
  cells: z.array(
    z.object({
      channel: ChannelName,
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
  days: z.array(ContactDayView),
  rules: z.array(z.object({ rule: z.string(), text: z.string(), source: z.string(), certainty: CertaintyGrade })),
  next: z
    .object({
      state: z
        .enum(["planned", "expected", "none"])
        .describe("A message that is planned; a step that will be when its day comes, if nothing changes; or none, and `text` says why"),
      at: IsoInstant.nullable(),
      text: z.string(),
      step: z.string().nullable(),
      stepName: z.string().nullable(),
      cadence: CadenceName.nullable(),
    })
    .describe("What comes by itself"),
});

export type ContactOutlook = z.infer<typeof ContactOutlook>;

/** Names that nobody chose are told in this language; what somebody typed stays as it is. */
const Lang = z.object({ lang: LocaleTag.default("en") });
const Of = z.enum(["draft", "published"]).default("draft");

export const cadencesRoutes = {
  list: route({
    method: "GET",
    path: "/api/cadences",
    access: "user",
    query: Lang,
    response: z.object({ items: z.array(CadenceHead) }),
    summary: "Cadences by priority",
  }),
  create: route({
    method: "POST",
    path: "/api/cadences",
    access: "admin",
    query: Lang,
    body: z.object({ name: Name, segment: z.string().trim().min(1).max(64).nullable(), copyOf: Id.optional() }),
    response: CadenceView,
    summary: "Starts a cadence as a draft",
  }),
  order: route({
    method: "POST",
    path: "/api/cadences/order",
    access: "admin",
    query: Lang,
    body: z.object({ ids: z.array(Id).max(200) }),
    response: z.object({ items: z.array(CadenceHead) }),
    summary: "Puts the cadences in this order of priority",
  }),
  one: route({
    method: "GET",
    path: "/api/cadences/:id",
    access: "user",
    params: IdParams,
    query: Lang,
    response: CadenceView,
    summary: "A cadence with its draft and what keeps it from being published",
  }),
  save: route({
    method: "PATCH",
    path: "/api/cadences/:id/draft",
    access: "admin",
    params: IdParams,
    query: Lang,
    body: z.object({ revision: z.int().min(0), body: CadenceBodyView }),
    response: CadenceView,
    summary: "Saves the draft, valid or not; nothing is sent by it",
  }),
  discard: route({
    method: "DELETE",
    path: "/api/cadences/:id/draft",
    access: "admin",
    params: IdParams,
    query: Lang,
    response: CadenceView,
    summary: "Goes back to what is published",
  }),
  publish: route({
    method: "POST",
    path: "/api/cadences/:id/publish",
    access: "admin",
    params: IdParams,
    query: Lang,
    body: z.object({ revision: z.int().min(0), note: z.string().trim().max(500).optional() }),
    response: CadenceView,
    summary: "Puts the draft into force",
  }),
  pause: route({
    method: "POST",
    path: "/api/cadences/:id/pause",
    access: "admin",
    params: IdParams,
    query: Lang,
    body: Reason,
    response: CadenceView,
    summary: "Plans nothing by this cadence until it is resumed",
  }),
  resume: route({
    method: "POST",
    path: "/api/cadences/:id/resume",
    access: "admin",
    params: IdParams,
    query: Lang,
    body: Reason,
    response: CadenceView,
    summary: "Plans by this cadence again",
  }),
  archive: route({
    method: "POST",
    path: "/api/cadences/:id/archive",
    access: "admin",
    params: IdParams,
    query: Lang,
    body: Reason,
    response: CadenceView,
    summary: "Ends a cadence for good",
  }),
  versions: route({
    method: "GET",
    path: "/api/cadences/:id/versions",
    access: "user",
    params: IdParams,
    query: Lang,
    response: z.object({ items: z.array(CadenceVersionView) }),
    summary: "What was published, when and by whom, newest first",
  }),
  simulate: route({
    method: "GET",
    path: "/api/cadences/:id/simulation",
    access: "user",
    params: IdParams,
    query: z.object({ of: Of, days: z.coerce.number().int().min(1).max(90).default(30) }),
    response: CadenceSimulation,
    summary: "Messages a day and step that the next days would bring",
  }),
  trial: route({
    method: "GET",
    path: "/api/cadences/:id/trial",
    access: "user",
    params: IdParams,
    query: z.object({ of: Of, debtorId: Id, lang: LocaleTag.default("en") }),
    response: CadenceTrial,
    summary: "Which steps would come for one debtor, and what the policy says of each",
  }),
  outlook: route({
    method: "GET",
    path: "/api/debtors/:id/outlook",
    access: "user",
    params: IdParams,
    query: z.object({ lang: LocaleTag.default("en") }),
    response: ContactOutlook,
    summary: "May we write, when, and why not",
  }),
};

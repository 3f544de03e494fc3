import { z } from "zod";
import {
  Amount,
  ChannelName,
  CurrencyCode,
  EmploymentName,
  Id,
  IdParams,
  IsoDate,
  IsoInstant,
  page,
  PageQuery,
  StageName,
} from "./common.contract.js";
import { route } from "./route.js";

export const DebtStatusName = z
  .enum(["open", "paid", "settled", "written_off", "cancelled"])
  .describe("settled = the creditor let the rest go; written_off = given up, and not chased any more");

export const DebtView = z.object({
  id: Id,
  reference: z.string(),
  product: z.string().nullable(),
  dueDate: IsoDate,
  daysPastDue: z.int().describe("Negative before the due date"),
  stage: StageName,
  principal: Amount,
  balance: Amount,
  instalment: Amount.nullable().describe("Equal monthly instalment"),
  creditDate: IsoDate.nullable().describe("When the credit was granted or the invoice written"),
  status: DebtStatusName,
  held: z.boolean(),
});

/** `unreachable`: no number that is surely theirs, or no authorisation to write to it. `blocked`: the helpdesk drops what they write. */
export const DebtorState = z.enum(["chased", "held", "unreachable", "opted_out", "blocked", "settled"]);

export const DebtorListItem = z.object({
  id: Id,
  name: z.string(),
  externalId: z.string(),
  stage: StageName.nullable().describe("Of the oldest open debt"),
  owes: z.array(Amount).describe("Per currency; never added up"),
  debts: z.int(),
  phoneEnding: z.string().nullable(),
  state: DebtorState,
});

export const ConsentGap = z.object({
  owing: z.int().describe("Debtors with an open debt"),
  withoutConsent: z.int().describe("Of those: a number, but no authorisation on record and none taken back"),
  withoutNumber: z.int().describe("Of those: no number to write to"),
});

export const HOLD_REASONS = [
  "dispute",
  "already_paid",
  "wrong_person",
  "distress",
  "deceased",
  "illness",
  "hardship",
  "adviser",
  "grievance",
  "needs_person",
  "opt_out",
  "legal",
  "manual",
  "promise",
  "reminder",
  "not_in_file",
  "unreadable_row",
  "unreadable_payment",
] as const;

export const HoldView = z.object({
  id: Id,
  reason: z.enum(HOLD_REASONS),
  debtId: Id.nullable(),
  from: IsoInstant,
  until: IsoInstant.nullable(),
  releasedAt: IsoInstant.nullable(),
  by: z.string(),
  note: z.string().nullable(),
});

export const ContactPointView = z.object({
  id: Id,
  channel: ChannelName,
  masked: z.string().describe("e.g. ••• 4417"),
  consent: z.enum(["granted", "withdrawn", "unknown"]),
  consentSource: z.string().nullable(),
  consentOn: IsoDate.nullable(),
  usable: z.boolean(),
  why: z.string().nullable(),
});

export const DebtorView = z.object({
  id: Id,
  name: z.string(),
  externalId: z.string(),
  kind: z.enum(["person", "company"]),
  employment: EmploymentName.nullable(),
  language: z.string(),
  country: z.string().nullable(),
  zones: z.array(z.string()),
  conversation: z.object({ id: z.int(), url: z.string() }).nullable(),
  owes: z.array(Amount),
  overdue: z.array(Amount),
  debts: z.array(DebtView),
  contactPoints: z.array(ContactPointView),
  holds: z.array(HoldView),
});
export type DebtorView = z.infer<typeof DebtorView>;

export const SharedNumber = z.object({
  id: Id,
  masked: z.string().describe("e.g. ••• 4417"),
  debtors: z.array(z.object({ id: Id, name: z.string(), externalId: z.string() })).describe("Everybody whose files name it"),
  assignedTo: Id.nullable().describe("The debtor it is used for; null while it is used for nobody"),
  assignedAt: IsoInstant.nullable(),
});

const DEBTOR_SORTS = ["due", "-due", "debts", "-debts", "owes", "-owes"] as const;

export const portfolioRoutes = {
  debtors: route({
    method: "GET",
    path: "/api/debtors",
    access: "user",
    scope: "debtors:read",
    query: PageQuery.extend({
      q: z
        .string()
        .trim()
        .max(100)
        .refine((text) => !text.includes("\u0000"), "must be text")
        .optional()
        .describe(
          "Beginnings of the words of a name (three letters or more); or a phone, personal id, external id or debt reference, whole",
        ),
      sort: z
        .enum(DEBTOR_SORTS)
        .optional()
        .describe(
          "By the oldest due date, the debts or what is owed in `currency`; - for the largest first; the longest overdue where nothing is said",
        ),
      currency: CurrencyCode.optional().describe("What `owes` sorts by"),
      stage: StageName.optional(),
      state: DebtorState.optional(),
      consent: z.enum(["missing"]).optional().describe("Owes, and no authorisation to write is on record"),
    }),
    response: page(DebtorListItem),
    summary: "Debtors, most overdue first",
  }),
  consentGap: route({
    method: "GET",
    path: "/api/consent-gap",
    access: "user",
    response: ConsentGap,
    summary: "How many of those who owe may not be written to for want of an authorisation or a number",
  }),
  debtor: route({
    method: "GET",
    path: "/api/debtors/:id",
    access: "user",
    scope: "debtors:read",
    params: IdParams,
    response: DebtorView,
    summary: "One debtor",
  }),
  byConversation: route({
    method: "GET",
    path: "/api/conversations/:conversationId/debtor",
    access: "user",
    params: z.object({ conversationId: z.coerce.number().int().positive() }),
    response: z.object({ debtorId: Id.nullable() }),
    summary: "The debtor a helpdesk conversation is about",
  }),
  hold: route({
    method: "POST",
    path: "/api/debtors/:id/holds",
    access: "staff",
    params: IdParams,
    body: z.object({
      reason: z.enum(["dispute", "hardship", "illness", "deceased", "adviser", "legal", "manual"]),
      debtId: Id.nullable().default(null),
      until: IsoInstant.nullable().default(null),
      note: z.string().trim().max(500).nullable().default(null),
    }),
    response: HoldView,
    summary: "Stops chasing a debtor or one debt",
  }),
  releaseHold: route({
    method: "POST",
    path: "/api/holds/:id/release",
    access: "staff",
    params: IdParams,
    body: z.object({ note: z.string().trim().min(3).max(500) }),
    response: HoldView,
    summary: "Ends a hold",
  }),
  sharedNumbers: route({
    method: "GET",
    path: "/api/shared-numbers",
    access: "user",
    query: PageQuery,
    response: page(SharedNumber),
    summary: "Numbers that files give to several debtors, first those nobody decided about",
  }),
  assignNumber: route({
    method: "POST",
    path: "/api/shared-numbers/:id/assign",
    access: "agent",
    params: IdParams,
    body: z.object({ debtorId: Id, note: z.string().trim().min(3).max(500) }),
    response: SharedNumber,
    summary: "Says whose a number is: it is used for that debtor only, until somebody says otherwise",
  }),
};

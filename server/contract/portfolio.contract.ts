import { z } from "zod";
import {
  Amount,
  Channel,
  CurrencyCode,
  Employment,
  Id,
  IdParams,
  IsoDate,
  IsoInstant,
  page,
  PageQuery,
  StageId,
} from "./common.contract.js";
import { route } from "./route.js";

export const DebtView = z.object({
  id: Id,
  reference: z.string(),
  product: z.string().nullable(),
  dueDate: IsoDate,
  daysPastDue: z.int().describe("Negative before the due date"),
  stage: StageId,
  principal: Amount,
  balance: Amount,
  instalment: Amount.nullable().describe("Equal monthly instalment"),
  creditDate: IsoDate.nullable().describe("When the credit was granted or the invoice written"),
  status: z.enum(["open", "paid", "cancelled"]),
  held: z.boolean(),
});

/** `unreachable`: no number that is surely theirs, or no authorisation to write to it. */
export const DebtorState = z.enum(["chased", "held", "unreachable", "opted_out", "settled"]);

export const DebtorListItem = z.object({
  id: Id,
  name: z.string(),
  externalId: z.string(),
  stage: StageId.nullable().describe("Of the oldest open debt"),
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

export const HoldView = z.object({
  id: Id,
  reason: z.enum([
    "dispute",
    "already_paid",
    "wrong_person",
    "needs_person",
    "opt_out",
    "legal",
    "manual",
    "promise",
    "reminder",
    "not_in_file",
  ]),
  debtId: Id.nullable(),
  from: IsoInstant,
  until: IsoInstant.nullable(),
  releasedAt: IsoInstant.nullable(),
  by: z.string(),
  note: z.string().nullable(),
});

export const ContactPointView = z.object({
  id: Id,
  channel: Channel,
  masked: z.string().describe("e.g. ••• 4417"),
  consent: z.enum(["granted", "withdrawn", "unknown"]),
  consentSource: z.string().nullable(),
  consentOn: IsoDate.nullable(),
  usable: z.boolean(),
  why: z.string().nullable(),
});

export const PaymentStatus = z
  .enum(["allocated", "overpaid", "unidentified", "reversed"])
  .describe("overpaid = a part found no debt; unidentified = nobody knows yet what it is for");

export const PaymentView = z.object({
  id: Id,
  externalId: z.string(),
  amount: Amount,
  unallocated: Amount.describe("The part that found no debt"),
  valueDate: IsoDate,
  status: PaymentStatus,
  receivedAt: IsoInstant,
});

/** For people who may see debtors; a machine that records payments is answered with `PaymentView` and learns no name. */
export const PaymentListItem = PaymentView.extend({
  source: z.enum(["api", "file", "hand"]),
  debtor: z.object({ id: Id, name: z.string(), externalId: z.string() }).nullable(),
  claimed: z
    .object({ debtReference: z.string().nullable(), debtorExternalId: z.string().nullable() })
    .describe("What the payer said it is for, as received"),
  settled: z
    .array(z.object({ debtId: Id, reference: z.string(), amount: Amount, balance: Amount.describe("What the debt still owes now") }))
    .describe("Where the money went; nothing once it was taken back"),
  reversedFor: z.string().nullable().describe("Why it was taken back"),
});

export const DebtorView = z.object({
  id: Id,
  name: z.string(),
  externalId: z.string(),
  kind: z.enum(["person", "company"]),
  employment: Employment.nullable(),
  language: z.string(),
  country: z.string().nullable(),
  zones: z.array(z.string()),
  conversation: z.object({ id: z.int(), url: z.string() }).nullable(),
  owes: z.array(Amount),
  overdue: z.array(Amount),
  debts: z.array(DebtView),
  contactPoints: z.array(ContactPointView),
  holds: z.array(HoldView),
  payments: z.array(PaymentListItem),
});
export type DebtorView = z.infer<typeof DebtorView>;

export const PaymentInput = z.object({
  externalId: z.string().trim().min(1).max(100).describe("The payment's id at its source; the same id twice is one payment"),
  debtReference: z.string().trim().min(1).max(100).optional(),
  debtorExternalId: z.string().trim().min(1).max(100).optional(),
  amount: z.string().regex(/^\d{1,15}(\.\d{1,3})?$/, "must be an amount such as 1250.50"),
  currency: CurrencyCode,
  valueDate: IsoDate,
});

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
        .describe("Name word, phone, external id or debt reference"),
      stage: StageId.optional(),
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
      reason: z.enum(["dispute", "legal", "manual"]),
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
  recordPayment: route({
    method: "POST",
    path: "/api/payments",
    access: "agent",
    scope: "payments:write",
    body: PaymentInput,
    response: PaymentView,
    summary: "Records a payment; the same external id twice changes nothing",
  }),
  reversePayment: route({
    method: "POST",
    path: "/api/payments/:id/reverse",
    access: "agent",
    scope: "payments:write",
    params: IdParams,
    body: z.object({ reason: z.string().trim().min(3).max(300) }),
    response: PaymentView,
    summary: "Takes a payment back; the debt owes again",
  }),
  payments: route({
    method: "GET",
    path: "/api/payments",
    access: "user",
    query: PageQuery.extend({ status: PaymentStatus.optional() }),
    response: page(PaymentListItem),
    summary: "Payments, newest first; those nobody could place with status=unidentified",
  }),
  identifyPayment: route({
    method: "POST",
    path: "/api/payments/:id/identify",
    access: "agent",
    params: IdParams,
    body: PaymentInput.pick({ debtReference: true, debtorExternalId: true }).refine(
      (claim) => claim.debtReference ?? claim.debtorExternalId,
      "needs debtReference or debtorExternalId",
    ),
    response: PaymentView,
    summary: "Says what an unidentified payment is for",
  }),
};

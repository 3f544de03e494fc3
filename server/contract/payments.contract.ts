import { z } from "zod";
import { Amount, Id, IdParams, IsoDate, IsoInstant, OwedCurrency, page, PageQuery } from "./common.contract.js";
import { DebtStatusName } from "./portfolio.contract.js";
import { route } from "./route.js";

export const PaymentStatusName = z
  .enum(["allocated", "overpaid", "unidentified", "reversed"])
  .describe("overpaid = a part is in hand and counts against what its debtor owes next; unidentified = nobody knows yet what it is for");

export const PaymentView = z.object({
  id: Id,
  externalId: z.string(),
  amount: Amount,
  unallocated: Amount.describe("The part that is in hand"),
  valueDate: IsoDate,
  status: PaymentStatusName,
  receivedAt: IsoInstant,
});

/** For people who may see debtors; a machine that records payments is answered with `PaymentView` and learns no name. */
export const PaymentListItem = PaymentView.extend({
  source: z.enum(["api", "file", "hand", "note"]).describe("note = a credit note, which files of debts state"),
  debtor: z.object({ id: Id, name: z.string(), externalId: z.string() }).nullable(),
  claimed: z
    .object({ debtReference: z.string().nullable(), debtorExternalId: z.string().nullable() })
    .describe("What the payer said it is for, as received"),
  settled: z
    .array(z.object({ debtId: Id, reference: z.string(), amount: Amount, balance: Amount.describe("What the debt still owes now") }))
    .describe("Where the money went; nothing once it was taken back"),
  reversedFor: z.string().nullable().describe("Why it was taken back"),
});

export const PaymentReport = z.object({
  externalId: z.string().trim().min(1).max(100).describe("The payment's id at its source; the same id twice is one payment"),
  debtReference: z.string().trim().min(1).max(100).optional(),
  debtorExternalId: z.string().trim().min(1).max(100).optional(),
  amount: z.string().regex(/^\d{1,15}(\.\d{1,4})?$/, "must be an amount such as 1250.50"),
  currency: OwedCurrency,
  valueDate: IsoDate,
});

const DebtStanding = z.object({ id: Id, reference: z.string(), status: DebtStatusName, balance: Amount });
const Why = z.string().trim().min(3).max(300).describe("Sealed; the journal shows it to whoever may read the debtor");

export const paymentsRoutes = {
  writeOff: route({
    method: "POST",
    path: "/api/debts/:id/write-off",
    access: "admin",
    scope: "debts:write",
    params: IdParams,
    body: z.object({ reason: Why }),
    response: DebtStanding,
    summary: "Gives up what is owed of a debt: it is chased no more, and that is no recovery",
  }),
  settleDebt: route({
    method: "POST",
    path: "/api/debts/:id/settle",
    access: "admin",
    scope: "debts:write",
    params: IdParams,
    body: z.object({
      amount: z
        .string()
        .regex(/^\d{1,15}(\.\d{1,4})?$/, "must be an amount such as 1250.50")
        .optional()
        .describe("What is let go, in the debt's currency; all that is owed where it is left out"),
      reason: Why,
    }),
    response: DebtStanding,
    summary: "Lets all or a part of what is owed of a debt go",
  }),
  restoreDebt: route({
    method: "POST",
    path: "/api/debts/:id/restore",
    access: "admin",
    scope: "debts:write",
    params: IdParams,
    body: z.object({ reason: Why }),
    response: DebtStanding,
    summary: "Takes a write-off and what was let go back: the debt owes again",
  }),
  record: route({
    method: "POST",
    path: "/api/payments",
    access: "agent",
    scope: "payments:write",
    body: PaymentReport,
    response: PaymentView,
    summary: "Records a payment; the same external id twice changes nothing",
  }),
  reverse: route({
    method: "POST",
    path: "/api/payments/:id/reverse",
    access: "agent",
    scope: "payments:write",
    params: IdParams,
    body: z.object({ reason: z.string().trim().min(3).max(300) }),
    response: PaymentView,
    summary: "Takes a payment back; the debt owes again",
  }),
  list: route({
    method: "GET",
    path: "/api/payments",
    access: "user",
    query: PageQuery.extend({
      status: PaymentStatusName.optional(),
      debtor: Id.optional().describe("Only this debtor's"),
    }),
    response: page(PaymentListItem),
    summary: "Payments, newest first; those nobody could place with status=unidentified",
  }),
  credit: route({
    method: "GET",
    path: "/api/debtors/:id/credit",
    access: "user",
    params: IdParams,
    response: z.object({ inHand: z.array(Amount).describe("One sum per currency; nothing is asked for before it is used up") }),
    summary: "What a debtor has in hand: paid too much or ahead, and credit notes",
  }),
  identify: route({
    method: "POST",
    path: "/api/payments/:id/identify",
    access: "agent",
    params: IdParams,
    body: PaymentReport.pick({ debtReference: true, debtorExternalId: true }).refine(
      (claim) => claim.debtReference ?? claim.debtorExternalId,
      "needs debtReference or debtorExternalId",
    ),
    response: PaymentView,
    summary: "Says what an unidentified payment is for",
  }),
};

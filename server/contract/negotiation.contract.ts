import { z } from "zod";
import { Amount, CurrencyCode, Id, IdParams, IsoDate, IsoInstant } from "./common.contract.js";
import { route } from "./route.js";

export const PromiseView = z.object({
  id: Id,
  state: z
    .enum(["active", "kept", "partially_kept", "broken", "superseded", "cancelled"])
    .describe("partially_kept = something came, but less than was promised; superseded = a newer one took its place"),
  amount: Amount,
  paid: Amount.describe("Paid towards it in time; may be more than was promised"),
  dueDate: IsoDate,
  lastDay: IsoDate.describe("The day with the banking days of grace; money of a later value date comes too late"),
  debts: z.array(z.object({ id: Id, reference: z.string() })),
  source: z.enum(["menu", "text", "agent"]).describe("Who made it: the debtor by button, the debtor in words, a person for the debtor"),
  by: z.string().describe("user:12, debtor"),
  createdAt: IsoInstant,
  endedAt: IsoInstant.nullable(),
  note: z.string().nullable().describe("Why it was cancelled"),
});
export type PromiseView = z.infer<typeof PromiseView>;

export const DebtorPromises = z.object({
  items: z.array(PromiseView),
  debts: z
    .array(z.object({ id: Id, reference: z.string(), dueDate: IsoDate, balance: Amount }))
    .describe("What can be promised: open and not held for another reason"),
  today: IsoDate.describe("The debtor's"),
  latest: IsoDate.describe("The last day a promise can be recorded for"),
  graceDays: z.int().describe("Banking days of the debtor's place after the promised day"),
});
export type DebtorPromises = z.infer<typeof DebtorPromises>;

export const negotiationRoutes = {
  promises: route({
    method: "GET",
    path: "/api/debtors/:id/promises",
    access: "user",
    scope: "debtors:read",
    params: IdParams,
    response: DebtorPromises,
    summary: "A debtor's promises to pay, newest first",
  }),
  recordPromise: route({
    method: "POST",
    path: "/api/debtors/:id/promises",
    access: "agent",
    params: IdParams,
    body: z.object({
      amount: z.string().regex(/^\d{1,15}(\.\d{1,4})?$/, "must be an amount such as 1250.50"),
      currency: CurrencyCode,
      date: IsoDate,
    }),
    response: PromiseView.extend({
      confirmed: z.boolean().describe("Whether a confirmation is on its way to the debtor: only within 24 hours of what they last wrote"),
    }),
    summary: "Records what a debtor promised; it takes the place of an active promise in the same currency",
  }),
  cancelPromise: route({
    method: "POST",
    path: "/api/promises/:id/cancel",
    access: "agent",
    params: IdParams,
    body: z.object({ reason: z.string().trim().min(3).max(500) }),
    response: PromiseView,
    summary: "Cancels a promise that is still waited for; its debts are chased again",
  }),
};

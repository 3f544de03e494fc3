import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Currency } from "../../shared/money.js";
import type { PaymentStatus } from "./domain/payment-status.js";

/** Money that was received, and credit notes. amount = allocated (in the ledger) + unallocated, always. */
export const PaymentRow = defineEntity({
  name: "PaymentRow",
  tableName: "payment",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    /** `api`, `file`, `hand`; `note` for a credit note: no money, and a file of debts states it */
    source: p.string().length(16),
    /** The payment's id where it was received; the same id twice is one payment. */
    externalId: p.string().length(100),
    /** What the payer said it is for, kept as received so that an unidentified payment can be placed by a person. */
    claimedReference: p.string().length(100).nullable(),
    claimedDebtor: p.string().length(100).nullable(),
    /** Both however they are spelt; see `looseKey`. */
    looseReference: p.string().length(100).nullable(),
    looseDebtor: p.string().length(100).nullable(),
    debtorId: p.bigint("number").nullable(),
    debtId: p.bigint("number").nullable(),
    amountMinor: p.bigint("number"),
    unallocatedMinor: p.bigint("number"),
    currency: p.string().$type<Currency>().length(3).columnType("char(3)"),
    valueDate: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    /** Of a credit note: the system it comes from, and what the last file said it is worth. */
    noteSource: p.string().length(64).nullable(),
    reportedMinor: p.bigint("number").nullable(),
    /** `allocated`, `overpaid` (a part found no debt), `unidentified` or `reversed` */
    status: p.string().$type<PaymentStatus>().length(16),
    /** Why it was reversed. */
    noteSealed: p.text().nullable(),
    receivedAt: p.bigint("number"),
    /** When the import that brought it was undone: the same id sent again is this payment, received anew. */
    undoneAt: p.bigint("number").nullable(),
  },
  uniques: [
    { name: "payment_external", properties: ["accountId", "externalId"] },
    { name: "payment_public", properties: ["accountId", "publicId"] },
  ],
  indexes: [
    { name: "payment_debtor", properties: ["accountId", "debtorId"] },
    { name: "payment_status", properties: ["accountId", "status", "receivedAt"] },
  ],
});

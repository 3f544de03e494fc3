import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Currency } from "../../shared/money.js";
import type { OwedStatus } from "./domain/owed-status.js";

/** One receivable. `balanceMinor` is a copy of the sum of its ledger, renewed in every transaction that writes there. */
export const DebtRow = defineEntity({
  name: "DebtRow",
  tableName: "debt",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    debtorId: p.bigint("number"),
    /** The system the debt comes from; references are unique in it. */
    source: p.string().length(64),
    reference: p.string().length(100),
    /** By which it is found however it is spelt; see `looseKey`. */
    looseReference: p.string().length(100).nullable(),
    /** By which it is found where only its number is named; see `referenceNumber`. */
    referenceNumber: p.string().length(40).nullable(),
    product: p.string().length(100).nullable(),
    principalMinor: p.bigint("number"),
    balanceMinor: p.bigint("number"),
    /** What the last file said the balance was: only a file that says something else than the last one changes the ledger. */
    reportedMinor: p.bigint("number"),
    currency: p.string().$type<Currency>().length(3).columnType("char(3)"),
    dueDate: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    /** Equal monthly instalment, where the creditor states one. */
    instalmentMinor: p.bigint("number").nullable(),
    /** When the credit was granted or the invoice written. */
    creditDate: p.string().$type<CalendarDate>().length(10).columnType("char(10)").nullable(),
    status: p.string().$type<OwedStatus>().length(16),
    createdAt: p.bigint("number"),
    updatedAt: p.bigint("number"),
  },
  uniques: [
    { name: "debt_reference", properties: ["accountId", "source", "reference"] },
    { name: "debt_public", properties: ["accountId", "publicId"] },
  ],
  indexes: [
    // With the debtor, because planning goes by due dates within a range of debtors.
    { name: "debt_due", properties: ["accountId", "status", "dueDate", "debtorId"] },
    { name: "debt_debtor", properties: ["accountId", "debtorId", "status"] },
    { name: "debt_by_loose_reference", properties: ["accountId", "looseReference"] },
    { name: "debt_by_reference_number", properties: ["accountId", "referenceNumber"] },
  ],
});

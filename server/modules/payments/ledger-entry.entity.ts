import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Currency } from "../../shared/money.js";

/** One movement of one debt. Only ever added: what was wrong is put right by a further entry. */
export const LedgerEntryRow = defineEntity({
  name: "LedgerEntryRow",
  tableName: "ledger_entry",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    debtId: p.bigint("number"),
    /**
     * `charge` (+), `payment` (−), `reversal` (+; ± of an import that was undone), `adjustment` (±) or `credit`: money in hand that was
     * placed on a debt nobody paid it for (−), or taken off again (+); `write_off` and `forgiven`: what the creditor gave up, or let go in a
     * settlement (−), and what of that was taken back, or came after all (+)
     */
    kind: p.string().length(16),
    /** Signed: what is owed rises with it. */
    amountMinor: p.bigint("number"),
    currency: p.string().$type<Currency>().length(3).columnType("char(3)"),
    valueDate: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    paymentId: p.bigint("number").nullable(),
    createdAt: p.bigint("number"),
  },
  uniques: [{ name: "ledger_entry_public", properties: ["accountId", "publicId"] }],
  indexes: [
    { name: "ledger_entry_debt", properties: ["accountId", "debtId"] },
    { name: "ledger_entry_payment", properties: ["accountId", "paymentId"] },
  ],
});

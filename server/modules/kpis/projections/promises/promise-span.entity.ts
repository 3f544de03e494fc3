import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Currency } from "../../../../shared/money.js";
import type { PromiseStanding } from "./domain/promise-history.js";

/** What a promise to pay was from one instant to the next, as the journal tells it; as `DebtSpanRow` for debts. */
export const PromiseSpanRow = defineEntity({
  name: "PromiseSpanRow",
  tableName: "promise_span",
  properties: {
    accountId: p.bigint("number").primary(),
    /** The promise's public id. */
    promise: p.string().length(36).primary(),
    /** Number of the record that began it. */
    seq: p.bigint("number").primary(),
    debtorId: p.bigint("number"),
    /** Half-open, by when records were written down; `NO_END` where it still is so. */
    fromAt: p.bigint("number"),
    toAt: p.bigint("number"),
    standing: p.string().$type<PromiseStanding>().length(16),
    currency: p.string().$type<Currency>().length(3).columnType("char(3)"),
    amountMinor: p.bigint("number"),
    /** Of the amount, what came in time; no more than the amount. */
    paidMinor: p.bigint("number"),
    dueDate: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    /** The last day on which money still keeps it. */
    lastDay: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    /** When it was made, and that day on the account's wall. */
    madeAt: p.bigint("number"),
    madeOn: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    /** Who recorded it: the debtor by a button or in words, or an agent. */
    source: p.string().length(24).nullable(),
  },
  indexes: [
    { name: "promise_span_due", properties: ["accountId", "lastDay"] },
    { name: "promise_span_made", properties: ["accountId", "madeOn"] },
    { name: "promise_span_began", properties: ["accountId", "fromAt"] },
    { name: "promise_span_debtor", properties: ["accountId", "debtorId", "toAt"] },
  ],
});

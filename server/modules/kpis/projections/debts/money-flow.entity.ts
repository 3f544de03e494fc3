import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Currency } from "../../../../shared/money.js";
import type { FlowKind } from "./domain/portfolio-record.js";

/** One movement of money as the journal tells it, on a debt or in hand. Only ever added; a rebuild makes the same rows. */
export const MoneyFlowRow = defineEntity({
  name: "MoneyFlowRow",
  tableName: "money_flow",
  properties: {
    accountId: p.bigint("number").primary(),
    /** Number of the record, and which of its movements this is. */
    seq: p.bigint("number").primary(),
    line: p.integer().primary(),
    kind: p.string().$type<FlowKind>().length(16),
    /** Null for money in hand, that lies on no debt. */
    debtId: p.bigint("number").nullable(),
    debtorId: p.bigint("number").nullable(),
    /** Public id of the payment or credit note. */
    payment: p.string().length(36).nullable(),
    currency: p.string().$type<Currency>().length(3).columnType("char(3)"),
    /** On a debt: signed, what is owed rises with it. In hand: signed, what is in hand rises with it. */
    amountMinor: p.bigint("number"),
    /** The day it counts for, in the account's zone: the value date of a payment, else when it happened. */
    day: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    /** Days past due of the debt on that day; null for money in hand. */
    age: p.integer().nullable(),
    /** Days from the debt's placement to that day, negative for money that was there before; null for money in hand. */
    sincePlaced: p.integer().nullable(),
    recordedAt: p.bigint("number"),
  },
  indexes: [
    { name: "money_flow_day", properties: ["accountId", "day", "kind"] },
    { name: "money_flow_debt", properties: ["accountId", "debtId"] },
    { name: "money_flow_debtor", properties: ["accountId", "debtorId", "recordedAt", "kind", "currency", "amountMinor"] },
    { name: "money_flow_payment", properties: ["accountId", "payment", "kind", "recordedAt"] },
    { name: "money_flow_recorded", properties: ["accountId", "recordedAt"] },
  ],
});

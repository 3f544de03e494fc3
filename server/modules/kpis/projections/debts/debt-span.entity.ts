import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Currency } from "../../../../shared/money.js";
import type { DebtStatus, HowClosed } from "./domain/debt-history.js";

/**
 * What a debt was from one instant to the next, as the journal tells it: every past instant can be asked for. The spans of a debt follow each
 * other without a gap; the last one has no end yet. A state that lasted no millisecond has no span.
 */
export const DebtSpanRow = defineEntity({
  name: "DebtSpanRow",
  tableName: "debt_span",
  properties: {
    accountId: p.bigint("number").primary(),
    debtId: p.bigint("number").primary(),
    /** Number of the record that began it. */
    seq: p.bigint("number").primary(),
    debtorId: p.bigint("number"),
    /** Half-open, by when records were written down. */
    fromAt: p.bigint("number"),
    /** `NO_END` where it still is so. */
    toAt: p.bigint("number"),
    status: p.string().$type<DebtStatus>().length(16),
    currency: p.string().$type<Currency>().length(3).columnType("char(3)"),
    balanceMinor: p.bigint("number"),
    principalMinor: p.bigint("number"),
    dueDate: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    /** The first instant of the day after the due date, in the account's zone. */
    overdueAt: p.bigint("number"),
    product: p.string().length(100).nullable(),
    instalmentMinor: p.bigint("number").nullable(),
    creditDate: p.string().$type<CalendarDate>().length(10).columnType("char(10)").nullable(),
    /** When it came into collection, and with what balance. */
    placedAt: p.bigint("number"),
    placedMinor: p.bigint("number"),
    /** The day of `placedAt` on the account's wall: cohorts are counted from it. */
    placedOn: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    /** When it was closed, and by what; null while it is open. */
    closedAt: p.bigint("number").nullable(),
    closedHow: p.string().$type<HowClosed>().length(16).nullable(),
    /** The day of `closedAt` on the account's wall. */
    closedOn: p.string().$type<CalendarDate>().length(10).columnType("char(10)").nullable(),
  },
  indexes: [
    // What stood at an instant: of what had begun by then, what had not ended. And what ended in a day, with all that is summed of it.
    {
      name: "debt_span_standing",
      properties: ["accountId", "toAt", "fromAt", "status", "currency", "dueDate", "balanceMinor", "debtorId"],
    },
    // What began in a day, the same way.
    { name: "debt_span_begun", properties: ["accountId", "fromAt", "status", "currency", "dueDate", "balanceMinor", "debtorId"] },
    // What stood at an instant and fell due on a day.
    {
      name: "debt_span_due",
      properties: ["accountId", "dueDate", "toAt", "fromAt", "status", "currency", "balanceMinor", "debtorId"],
    },
    // What fell overdue in a period.
    { name: "debt_span_overdue", properties: ["accountId", "overdueAt"] },
    // What was placed in a month, as it stood at an instant.
    { name: "debt_span_placed", properties: ["accountId", "placedOn", "toAt"] },
    // What came into collection in a period, overdue already.
    { name: "debt_span_came", properties: ["accountId", "placedAt"] },
    { name: "debt_span_closed", properties: ["accountId", "closedAt"] },
    {
      name: "debt_span_debtor",
      properties: ["accountId", "debtorId", "toAt", "fromAt", "status", "currency", "dueDate", "balanceMinor"],
    },
  ],
});

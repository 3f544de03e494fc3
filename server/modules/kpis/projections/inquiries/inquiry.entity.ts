import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../../shared/calendar.js";

/** A debtor's message that waits for an answer, the first of each exchange. What is set once stays, as in `ContactTryRow`. */
export const InquiryRow = defineEntity({
  name: "InquiryRow",
  tableName: "inquiry",
  properties: {
    accountId: p.bigint("number").primary(),
    /** Number of the record. */
    seq: p.bigint("number").primary(),
    debtorId: p.bigint("number").nullable(),
    /** The helpdesk's. */
    conversation: p.bigint("number"),
    receivedAt: p.bigint("number"),
    receivedRecorded: p.bigint("number"),
    /** Of `receivedAt`, on the account's wall. */
    day: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    hour: p.integer(),
    /** When the working time for an answer is used up. */
    dueAt: p.bigint("number"),
    answeredAt: p.bigint("number").nullable(),
    answeredRecorded: p.bigint("number").nullable(),
    /** The helpdesk's number of who answered; null where no person did. */
    agent: p.bigint("number").nullable(),
    /** Milliseconds of working time until the answer. */
    wait: p.bigint("number").nullable(),
    /** Public id of the case it was given to people in. */
    caseId: p.string().length(36).nullable(),
    /** With the case, or, where there is none, with the answer. */
    resolvedAt: p.bigint("number").nullable(),
    resolvedRecorded: p.bigint("number").nullable(),
  },
  indexes: [
    { name: "inquiry_day", properties: ["accountId", "day"] },
    { name: "inquiry_conversation", properties: ["accountId", "conversation", "resolvedAt"] },
  ],
});

import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../../shared/calendar.js";

/**
 * One attempt to reach a debtor, and what became of it. What is set once stays: a figure as of a past instant takes what had been written
 * down by then (`…Recorded`), a figure of a period what happened in it.
 */
export const ContactTryRow = defineEntity({
  name: "ContactTryRow",
  tableName: "contact_try",
  properties: {
    accountId: p.bigint("number").primary(),
    /** Ref of our message, or `host:` and the helpdesk's number of somebody else's. */
    ref: p.string().length(64).primary(),
    debtorId: p.bigint("number"),
    /** `cadence` or `agent` */
    origin: p.string().length(16),
    channel: p.string().length(16),
    cadence: p.string().length(64).nullable(),
    cadenceVersion: p.integer().nullable(),
    step: p.string().length(64).nullable(),
    template: p.string().length(100).nullable(),
    /** BCP 47, of the text that was sent. */
    language: p.string().length(8).nullable(),
    /** Who wrote it, as `actorRef` writes it. */
    actor: p.string().length(64),
    /** The due date it is about, where it is about one. */
    anchor: p.string().$type<CalendarDate>().length(10).columnType("char(10)").nullable(),
    /** The helpdesk took it: before that it is no attempt yet. */
    madeAt: p.bigint("number").nullable(),
    madeRecorded: p.bigint("number").nullable(),
    /** Of `madeAt`, on the account's wall. */
    day: p.string().$type<CalendarDate>().length(10).columnType("char(10)").nullable(),
    hour: p.integer().nullable(),
    deliveredAt: p.bigint("number").nullable(),
    deliveredRecorded: p.bigint("number").nullable(),
    readAt: p.bigint("number").nullable(),
    readRecorded: p.bigint("number").nullable(),
    failedAt: p.bigint("number").nullable(),
    failedRecorded: p.bigint("number").nullable(),
    failure: p.string().length(64).nullable(),
    /** What is not on record of it, as `recordGaps` names it, with spaces between; null where nothing is missing. */
    gaps: p.string().length(120).nullable(),
    /** The debtor's first answer after it, before the next attempt and within `ANSWER_WINDOW`. */
    answeredAt: p.bigint("number").nullable(),
    answeredRecorded: p.bigint("number").nullable(),
  },
  indexes: [
    // Whom attempts of a period were for, and who answered.
    {
      name: "contact_try_day",
      properties: [
        "accountId",
        "day",
        "debtorId",
        "madeRecorded",
        "answeredRecorded",
        "deliveredRecorded",
        "readRecorded",
        "hour",
        "madeAt",
      ],
    },
    // What became known in the last hour before an instant.
    { name: "contact_try_made", properties: ["accountId", "madeRecorded"] },
    { name: "contact_try_delivered", properties: ["accountId", "deliveredRecorded"] },
    { name: "contact_try_read", properties: ["accountId", "readRecorded"] },
    { name: "contact_try_failed", properties: ["accountId", "failedRecorded"] },
    { name: "contact_try_answered", properties: ["accountId", "answeredRecorded"] },
    // All of a debtor's, with when it was known what became of each.
    {
      name: "contact_try_debtor",
      properties: ["accountId", "debtorId", "day", "madeRecorded", "deliveredRecorded", "readRecorded", "answeredRecorded"],
    },
    // Who answered on a day.
    { name: "contact_try_reply", properties: ["accountId", "answeredAt", "answeredRecorded", "debtorId", "day", "madeAt", "madeRecorded"] },
  ],
});

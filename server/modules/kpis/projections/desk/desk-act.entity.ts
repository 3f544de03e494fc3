import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { ActKind } from "./domain/desk-act.js";

/** Something that was done for a debtor, by a person or by Saldo; steps of cadences stand in `contact_try`. */
export const DeskActRow = defineEntity({
  name: "DeskActRow",
  tableName: "desk_act",
  properties: {
    accountId: p.bigint("number").primary(),
    /** Number of the record. */
    seq: p.bigint("number").primary(),
    kind: p.string().$type<ActKind>().length(16),
    /** The helpdesk's number of who did it; null where no person did. */
    agent: p.bigint("number").nullable(),
    debtorId: p.bigint("number").nullable(),
    channel: p.string().length(16).nullable(),
    /** Public id of the promise it made, by which it is found when a person puts it right. */
    subject: p.string().length(64).nullable(),
    /** On the account's wall. */
    day: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    hour: p.integer(),
    recordedAt: p.bigint("number"),
    /** When it was written down that a person replaced what the machine had done. */
    correctedRecorded: p.bigint("number").nullable(),
  },
  indexes: [
    { name: "desk_act_day", properties: ["accountId", "day", "kind", "agent", "debtorId"] },
    { name: "desk_act_subject", properties: ["accountId", "subject"] },
  ],
});

import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../../shared/calendar.js";

/** An attempt that was not made because a rule forbids it. */
export const ContactDenialRow = defineEntity({
  name: "ContactDenialRow",
  tableName: "contact_denial",
  properties: {
    accountId: p.bigint("number").primary(),
    /** Number of the record. */
    seq: p.bigint("number").primary(),
    debtorId: p.bigint("number").nullable(),
    channel: p.string().length(16),
    /** `PACK/rule`; null where there was nobody to decide about. */
    rule: p.string().length(100).nullable(),
    step: p.string().length(64).nullable(),
    anchor: p.string().$type<CalendarDate>().length(10).columnType("char(10)").nullable(),
    day: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    hour: p.integer(),
    recordedAt: p.bigint("number"),
  },
  indexes: [
    { name: "contact_denial_day", properties: ["accountId", "day", "recordedAt", "rule", "hour", "debtorId"] },
    { name: "contact_denial_debtor", properties: ["accountId", "debtorId", "day", "recordedAt"] },
    { name: "contact_denial_recorded", properties: ["accountId", "recordedAt"] },
  ],
});

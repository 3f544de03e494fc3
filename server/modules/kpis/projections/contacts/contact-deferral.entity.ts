import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../../shared/calendar.js";

/** An attempt that a rule did not forbid but moved to a later hour or day. A message may be moved more than once. */
export const ContactDeferralRow = defineEntity({
  name: "ContactDeferralRow",
  tableName: "contact_deferral",
  properties: {
    accountId: p.bigint("number").primary(),
    /** Number of the record. */
    seq: p.bigint("number").primary(),
    debtorId: p.bigint("number").nullable(),
    channel: p.string().length(16),
    /** `PACK/rule` */
    rule: p.string().length(100),
    day: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    hour: p.integer(),
    recordedAt: p.bigint("number"),
  },
  indexes: [
    { name: "contact_deferral_day", properties: ["accountId", "day", "recordedAt", "rule", "hour", "debtorId"] },
    { name: "contact_deferral_debtor", properties: ["accountId", "debtorId", "day", "recordedAt"] },
    { name: "contact_deferral_recorded", properties: ["accountId", "recordedAt"] },
  ],
});

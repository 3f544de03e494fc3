import { defineEntity, p } from "@mikro-orm/core";

/** A published version of working hours. Never changed and never removed: cases are pinned to it. */
export const BusinessCalendarRow = defineEntity({
  name: "BusinessCalendarRow",
  tableName: "business_calendar",
  properties: {
    accountId: p.bigint("number").primary(),
    calendar: p.string().length(32).primary(),
    version: p.integer().primary(),
    /** `CalendarVersion` as JSON. */
    document: p.text().columnType("mediumtext"),
    /** Its open time is counted from here. */
    publishedAt: p.bigint("number"),
    publishedBy: p.string().length(64),
  },
});

import { defineEntity, p } from "@mikro-orm/core";
import type { ReportKind } from "../../../../shared/report-kind.js";
import type { CalendarDate } from "../../../../shared/calendar.js";

/** When a kind of report is made and mailed. Without a row none is. */
export const ReportScheduleRow = defineEntity({
  name: "ReportScheduleRow",
  tableName: "report_schedule",
  properties: {
    accountId: p.bigint("number").primary(),
    kind: p.string().$type<ReportKind>().length(16).primary(),
    enabled: p.boolean(),
    /** Minute of the account's day. */
    minute: p.integer(),
    /** Whether it waits for the next working day. */
    workingDays: p.boolean(),
    /** Country on whose holidays it waits for the next working day; null: it goes out on holidays as on any other day. */
    holidaysOf: p.string().length(2).columnType("char(2)").nullable(),
    pdf: p.boolean(),
    xlsx: p.boolean(),
    /** What fell due before is not caught up. */
    since: p.bigint("number"),
    /** First day of the last period that was made on schedule; later ones are the only ones made. */
    madeFrom: p.string().$type<CalendarDate>().length(10).columnType("char(10)").nullable(),
    changedBy: p.string().length(64),
  },
});

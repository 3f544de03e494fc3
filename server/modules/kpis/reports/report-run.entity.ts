import { defineEntity, p } from "@mikro-orm/core";
import type { ReportKind } from "../../../shared/report-kind.js";
import type { CalendarDate } from "../../../shared/calendar.js";

/** A report as it was made: its data never change. They name nobody. */
export const ReportRunRow = defineEntity({
  name: "ReportRunRow",
  tableName: "report_run",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    kind: p.string().$type<ReportKind>().length(16),
    fromDay: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    toDay: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    asOf: p.bigint("number"),
    cause: p.string().$type<"scheduled" | "asked">().length(16),
    madeAt: p.bigint("number"),
    /** SHA-256 of `data`, hexadecimal. */
    hash: p.string().length(64).columnType("char(64)"),
    /** Canonical JSON. */
    data: p.text().columnType("mediumtext"),
  },
  uniques: [{ name: "report_run_public", properties: ["accountId", "publicId"] }],
  indexes: [{ name: "report_run_hash", properties: ["accountId", "hash"] }],
});

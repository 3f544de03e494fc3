import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../shared/calendar.js";

/** How far an account's journal has been taken into the projections. */
export const ProjectionCursorRow = defineEntity({
  name: "ProjectionCursorRow",
  tableName: "projection_cursor",
  properties: {
    accountId: p.bigint("number").primary().autoincrement(false),
    /** Number of the last record taken. */
    seq: p.bigint("number"),
    /** When that record was written down. */
    recordedAt: p.bigint("number"),
    /** Of the rules by which records were taken; see `PROJECTION_VERSION`. */
    version: p.integer(),
    /** The zone whose days the rows are cut by. */
    zone: p.string().length(64),
    /** The last day whose beginning is in the closings; null where none is. */
    closed: p.string().$type<CalendarDate>().length(10).columnType("char(10)").nullable(),
    /** `live`, or `emptying` while the rows of an earlier building are removed */
    state: p.string().$type<"live" | "emptying">().length(16),
  },
});

import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../shared/calendar.js";
import type { Currency } from "../../../shared/money.js";
import type { StageId } from "../../../shared/stage.js";
import type { CostKind } from "./domain/cost.js";

/** A line of the ledger of costs. Never changed and never removed: a mistake is taken back by a line of the opposite amount. */
export const CostEntryRow = defineEntity({
  name: "CostEntryRow",
  tableName: "cost_entry",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    kind: p.string().$type<CostKind>().length(16),
    amountMinor: p.bigint("number"),
    currency: p.string().$type<Currency>().length(3).columnType("char(3)"),
    /** First and last day it is for. */
    fromDay: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    toDay: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    cadence: p.string().length(64).nullable(),
    stage: p.string().$type<StageId>().length(16).nullable(),
    noteSealed: p.text().nullable(),
    source: p.string().$type<"hand" | "file" | "api">().length(8),
    /** The file it came in. */
    batch: p.string().length(36).nullable(),
    /** Its id at the source. */
    externalId: p.string().length(100).nullable(),
    /** Public id of the line that this one takes back. */
    reverses: p.string().length(36).nullable(),
    recordedAt: p.bigint("number"),
    recordedBy: p.string().length(64),
  },
  uniques: [
    { name: "cost_entry_public", properties: ["accountId", "publicId"] },
    { name: "cost_entry_external", properties: ["accountId", "externalId"] },
    { name: "cost_entry_reverses", properties: ["accountId", "reverses"] },
  ],
  indexes: [
    { name: "cost_entry_days", properties: ["accountId", "toDay"] },
    { name: "cost_entry_batch", properties: ["accountId", "batch"] },
  ],
});

import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../shared/calendar.js";
import type { BenchmarkPart } from "./domain/benchmark.js";

/** What others reach, as the account wrote it in place of what is published, or beside. Earlier ones stand in the journal. */
export const BenchmarkRow = defineEntity({
  name: "BenchmarkRow",
  tableName: "benchmark",
  properties: {
    accountId: p.bigint("number").primary(),
    /** Of a published one, or an id. */
    benchmarkKey: p.string().length(80).primary(),
    metric: p.string().length(64),
    /** Thousandths of the figure's unit. */
    fromMilli: p.bigint("number").nullable(),
    toMilli: p.bigint("number").nullable(),
    part: p.string().$type<BenchmarkPart>().length(16).nullable(),
    label: p.string().length(80).nullable(),
    source: p.string().length(200),
    dated: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    isHidden: p.integer(),
    setAt: p.bigint("number"),
    setBy: p.string().length(64),
  },
});

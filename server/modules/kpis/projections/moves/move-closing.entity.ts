import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Currency } from "../../../../shared/money.js";
import type { StageId } from "../../../../shared/stage.js";
import type { Ending } from "../../metrics/domain/cases/roll-moves.js";
import type { MovePeriod } from "./domain/move-period.js";

/**
 * How accounts had moved when a day began, since the beginning of the week, month or year that the day before lies in, or of the thirty
 * days that end with the day, added up where they moved alike. On the first day of a period stands how the one before it ended.
 */
export const MoveClosingRow = defineEntity({
  name: "MoveClosingRow",
  tableName: "move_closing",
  properties: {
    accountId: p.bigint("number").primary(),
    period: p.string().$type<MovePeriod>().primary().length(8),
    day: p.string().$type<CalendarDate>().primary().length(10).columnType("char(10)"),
    currency: p.string().$type<Currency>().primary().length(3).columnType("char(3)"),
    /** Empty: it was not there. */
    stageFrom: p.string().$type<StageId | "">().primary().length(16),
    stageTo: p.string().$type<StageId | "">().primary().length(16),
    ending: p.string().$type<Ending>().primary().length(16),
    accounts: p.bigint("number"),
    beforeMinor: p.bigint("number"),
    nowMinor: p.bigint("number"),
    keptMinor: p.bigint("number"),
    paidMinor: p.bigint("number"),
    writtenOffMinor: p.bigint("number"),
  },
});

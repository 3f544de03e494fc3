import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Currency } from "../../../../shared/money.js";
import type { Grain, TalliedMeasure } from "./domain/day-tally.js";

/**
 * What adds up, by the day it counts for and by when it was written down, the latter once by days and once by hours: a figure of any days as
 * it was known at any instant is the whole days before that one, its whole hours, and what the last hour's rows themselves say.
 */
export const FigureTallyRow = defineEntity({
  name: "FigureTallyRow",
  tableName: "figure_tally",
  properties: {
    accountId: p.bigint("number").primary(),
    grain: p.string().$type<Grain>().primary().length(8),
    measure: p.string().$type<TalliedMeasure>().primary().length(40),
    /** The day it counts for, in the account's zone. */
    day: p.string().$type<CalendarDate>().primary().length(10).columnType("char(10)"),
    /** Empty for what is no amount. */
    currency: p.string().$type<Currency>().primary().length(3).columnType("char(3)"),
    /** The start of the day, or of the hour, in which it was written down. */
    recordedFrom: p.bigint("number").primary(),
    /** Minor units, minor units times days, or a count. Never zero. */
    total: p.bigint("number"),
  },
  indexes: [{ name: "figure_tally_recorded", properties: ["accountId", "grain", "recordedFrom"] }],
});

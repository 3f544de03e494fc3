import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Currency } from "../../../../shared/money.js";
import type { Grain, TalliedMeasure } from "./domain/day-tally.js";

/**
 * What adds up, by the day or month it counts for and by when it was written down, the latter by months, days and hours: a figure of any
 * period as it was known at any instant is its whole months and the days around them, each as written down in the whole months before that
 * instant, its whole days and its whole hours, and what the last hour's rows themselves say. The sums to take: `tallyCuts`.
 */
export const FigureTallyRow = defineEntity({
  name: "FigureTallyRow",
  tableName: "figure_tally",
  properties: {
    accountId: p.bigint("number").primary(),
    grain: p.string().$type<Grain>().primary().length(16),
    measure: p.string().$type<TalliedMeasure>().primary().length(120),
    /** The day it counts for, in the account's zone; of a month the first. */
    day: p.string().$type<CalendarDate>().primary().length(10).columnType("char(10)"),
    /** Empty for what is no amount. */
    currency: p.string().$type<Currency>().primary().length(3).columnType("char(3)"),
    /** The start of the month, day or hour in which it was written down. */
    recordedFrom: p.bigint("number").primary(),
    /** Minor units, minor units times days, or a count. Never zero. */
    total: p.bigint("number"),
  },
  indexes: [{ name: "figure_tally_recorded", properties: ["accountId", "grain", "recordedFrom"] }],
});

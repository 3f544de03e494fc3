import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../shared/calendar.js";

/** What the last reading made of a figure was, and how many in a row speak for a change. */
export const AlertWatchRow = defineEntity({
  name: "AlertWatchRow",
  tableName: "alert_watch",
  properties: {
    accountId: p.bigint("number").primary(),
    metric: p.string().length(64).primary(),
    /** Empty where the figure is made of no amounts. */
    currency: p.string().length(3).primary(),
    /** Public id of the alert that is open. */
    alert: p.string().length(36).nullable(),
    run: p.integer(),
    /** Last day that was read. */
    day: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    /** Why the reading says nothing; null where it does. */
    silent: p.string().$type<"no_data" | "few" | "quiet">().length(8).nullable(),
    /** Decimal text as it is shown. */
    figure: p.string().length(60).nullable(),
    n: p.bigint("number").nullable(),
  },
});

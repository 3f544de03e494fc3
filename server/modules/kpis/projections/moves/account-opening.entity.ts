import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Currency } from "../../../../shared/money.js";
import type { CalendarPeriod } from "./domain/move-period.js";

/** Accounts that had opened when a day began, since the beginning of the period that the day before lies in, and owed nothing at that. */
export const AccountOpeningRow = defineEntity({
  name: "AccountOpeningRow",
  tableName: "account_opening",
  properties: {
    accountId: p.bigint("number").primary(),
    period: p.string().$type<CalendarPeriod>().primary().length(8),
    day: p.string().$type<CalendarDate>().primary().length(10).columnType("char(10)"),
    currency: p.string().$type<Currency>().primary().length(3).columnType("char(3)"),
    accounts: p.bigint("number"),
  },
});

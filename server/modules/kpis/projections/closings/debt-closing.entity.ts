import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Currency } from "../../../../shared/money.js";
import type { StageId } from "../../../../shared/stage.js";

/** What was owed when a day began, at the account's midnight, by stage of that day; what was not owed has no row. */
export const DebtClosingRow = defineEntity({
  name: "DebtClosingRow",
  tableName: "debt_closing",
  properties: {
    accountId: p.bigint("number").primary(),
    day: p.string().$type<CalendarDate>().primary().length(10).columnType("char(10)"),
    currency: p.string().$type<Currency>().primary().length(3).columnType("char(3)"),
    stage: p.string().$type<StageId>().primary().length(16),
    debts: p.bigint("number"),
    balanceMinor: p.bigint("number"),
  },
});

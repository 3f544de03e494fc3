import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../../shared/calendar.js";
import type { Currency } from "../../../../shared/money.js";

/** Who owed something when a day began: in a currency, or, where it is empty, in any. */
export const DebtorClosingRow = defineEntity({
  name: "DebtorClosingRow",
  tableName: "debtor_closing",
  properties: {
    accountId: p.bigint("number").primary(),
    day: p.string().$type<CalendarDate>().primary().length(10).columnType("char(10)"),
    currency: p.string().$type<Currency>().primary().length(3).columnType("char(3)"),
    debtors: p.bigint("number"),
    /** Of them, those with something overdue. */
    overdue: p.bigint("number"),
    /** What ever fell overdue with a day up to this one, as it stood then: of any days it is the difference of two rows. */
    fellSoFarMinor: p.bigint("number"),
  },
});

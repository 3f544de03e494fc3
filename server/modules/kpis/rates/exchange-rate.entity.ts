import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../shared/calendar.js";
import type { Currency } from "../../../shared/money.js";

/** What one unit of a currency was worth in another on a day, as it was known from `recordedAt` to before `endedAt`. */
export const ExchangeRateRow = defineEntity({
  name: "ExchangeRateRow",
  tableName: "exchange_rate",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    currency: p.string().$type<Currency>().length(3).columnType("char(3)"),
    /** The currency it is told in. */
    target: p.string().$type<Currency>().length(3).columnType("char(3)"),
    day: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    /** Plain decimal text: never rounded. */
    rate: p.string().length(24),
    source: p.string().length(120),
    recordedAt: p.bigint("number"),
    recordedBy: p.string().length(64),
    endedAt: p.bigint("number").nullable(),
  },
  uniques: [{ name: "exchange_rate_public", properties: ["accountId", "publicId"] }],
  indexes: [{ name: "exchange_rate_day", properties: ["accountId", "target", "currency", "day"] }],
});

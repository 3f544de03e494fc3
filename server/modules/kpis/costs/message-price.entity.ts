import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../shared/calendar.js";
import type { Currency } from "../../../shared/money.js";
import type { PriceCategory } from "./domain/message-price.js";

/** What a delivered template costs from a day on, as it was known from `recordedAt` to before `endedAt`. */
export const MessagePriceRow = defineEntity({
  name: "MessagePriceRow",
  tableName: "message_price",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    country: p.string().length(2).columnType("char(2)"),
    category: p.string().$type<PriceCategory>().length(16),
    /** Millionths of a unit of the currency. */
    micros: p.bigint("number"),
    currency: p.string().$type<Currency>().length(3).columnType("char(3)"),
    validFrom: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    recordedAt: p.bigint("number"),
    recordedBy: p.string().length(64),
    endedAt: p.bigint("number").nullable(),
  },
  uniques: [{ name: "message_price_public", properties: ["accountId", "publicId"] }],
  indexes: [{ name: "message_price_country", properties: ["accountId", "country", "category", "validFrom"] }],
});

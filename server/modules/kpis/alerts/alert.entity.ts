import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../../shared/calendar.js";
import type { AlertSide } from "./domain/alert-rule.js";

/** `none`: nobody asked for one; `writing`: it was tried, and nobody knows what became of it; tried once, because twice the same is worse than none. */
export const NOTE_STATES = ["none", "due", "writing", "written", "failed"] as const;

/** `none`: nobody asked for mail; `due`: it is to be written to whoever gets it; `written`: it lies with the mails, which say what becomes of it. */
export const ALERT_MAIL_STATES = ["none", "due", "written"] as const;

/** A figure that called somebody: since when, by which thresholds, who took it up, and when it was well again. */
export const AlertRow = defineEntity({
  name: "AlertRow",
  tableName: "alert",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    metric: p.string().length(64),
    currency: p.string().length(3),
    side: p.string().$type<AlertSide>().length(8),
    raiseMilli: p.bigint("number"),
    clearMilli: p.bigint("number"),
    readings: p.integer(),
    days: p.integer(),
    raisedDay: p.string().$type<CalendarDate>().length(10).columnType("char(10)"),
    raisedAt: p.bigint("number"),
    raisedFigure: p.string().length(60),
    raisedN: p.bigint("number"),
    clearedDay: p.string().$type<CalendarDate>().length(10).columnType("char(10)").nullable(),
    clearedAt: p.bigint("number").nullable(),
    /** Null where it ended because nobody watches the figure any more. */
    clearedFigure: p.string().length(60).nullable(),
    acknowledgedAt: p.bigint("number").nullable(),
    acknowledgedBy: p.string().length(64).nullable(),
    reasonSealed: p.text().nullable(),
    note: p.bigint("number").nullable(),
    noteState: p.string().$type<(typeof NOTE_STATES)[number]>().length(8),
    mailState: p.string().$type<(typeof ALERT_MAIL_STATES)[number]>().length(8).default("none"),
  },
  uniques: [{ name: "alert_public", properties: ["accountId", "publicId"] }],
  indexes: [
    { name: "alert_cleared", properties: ["accountId", "clearedAt"] },
    { name: "alert_note", properties: ["accountId", "noteState"] },
  ],
});

import { defineEntity, p } from "@mikro-orm/core";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Channel, Consent } from "./domain/consent.js";

/** One address of a debtor on one channel, and whether it may be used. */
export const ContactPointRow = defineEntity({
  name: "ContactPointRow",
  tableName: "contact_point",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    debtorId: p.bigint("number"),
    channel: p.string().$type<Channel>().length(16),
    /** E.164 */
    valueSealed: p.text(),
    /** Last four digits, to be recognised by without opening. */
    ending: p.string().length(4),
    /** JSON array of where the number is from (`MX-BCN`, `CO`); null = not read yet, and then nobody is written to. */
    places: p.text().nullable(),
    consent: p.string().$type<Consent>().length(16),
    /** Where the consent was given or withdrawn. */
    consentSource: p.string().length(100).nullable(),
    consentOn: p.string().$type<CalendarDate>().length(10).columnType("char(10)").nullable(),
    /** Set when the number is known not to be this debtor's (any more). */
    invalidAt: p.bigint("number").nullable(),
    /** Since when the helpdesk drops what is written from here; null while it is heard. */
    blockedAt: p.bigint("number").nullable(),
    createdAt: p.bigint("number"),
  },
  uniques: [{ name: "contact_point_public", properties: ["accountId", "publicId"] }],
  indexes: [{ name: "contact_point_debtor", properties: ["accountId", "debtorId", "channel"] }],
});

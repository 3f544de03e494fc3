import { defineEntity, p } from "@mikro-orm/core";
import type { Channel } from "./domain/vocabulary.js";

/** One outbound communication as the rules count it, whoever made it. Caps are counted from these rows; there are no counters. */
export const ContactAttemptRow = defineEntity({
  name: "ContactAttemptRow",
  tableName: "contact_attempt",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    debtorId: p.bigint("number"),
    channel: p.string().$type<Channel>().length(16),
    origin: p.string().length(16),
    purpose: p.string().length(16),
    at: p.bigint("number"),
    /** `ref:<uuid>` of our message or `host:<message id>` of somebody else's: recording twice is a no-op. */
    sourceKey: p.string().length(64),
    /** Public ids of the debts it was about, JSON; `[]` = not known, counts for every debt. */
    debtIds: p.text(),
    /** 0: proven never to have been made, or not an outbound contact (a reply). */
    counts: p.boolean(),
    confirmsOptOut: p.boolean(),
  },
  uniques: [{ name: "contact_attempt_source", properties: ["accountId", "sourceKey"] }],
  indexes: [{ name: "contact_attempt_debtor", properties: ["accountId", "debtorId", "at"] }],
});

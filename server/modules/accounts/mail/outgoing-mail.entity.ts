import { defineEntity, p } from "@mikro-orm/core";
import type { MailPurpose, MailState } from "./domain/mail-states.js";

/** A mail to one person, from being written to its end. Names and words are sealed by the account; the words go when it has ended. */
export const OutgoingMailRow = defineEntity({
  name: "OutgoingMailRow",
  tableName: "outgoing_mail",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    /** Also the local part of its Message-ID. */
    publicId: p.string().length(36),
    purpose: p.string().$type<MailPurpose>().length(16),
    /** What it is about, public id: the report, the alert. */
    about: p.string().length(36),
    /** SHA-256 of the data it tells, hexadecimal; null where there is none. */
    proof: p.string().length(64).columnType("char(64)").nullable(),
    /** `user:12`, or `outside:` and an id: who gets one mail about a thing, and no second. */
    recipient: p.string().length(64),
    addressSealed: p.text(),
    /** Subject, words and files; empty when it has ended. */
    contentSealed: p.text().columnType("mediumtext"),
    state: p.string().$type<MailState>().length(16),
    /** Rises with every claim; an outcome is recorded only under the attempt it belongs to. */
    attempts: p.integer(),
    /** While it is being sent: when another worker may take it over. */
    dueAt: p.bigint("number"),
    problem: p.string().length(80).nullable(),
    createdAt: p.bigint("number"),
    endedAt: p.bigint("number").nullable(),
  },
  uniques: [
    { name: "outgoing_mail_public", properties: ["accountId", "publicId"] },
    { name: "outgoing_mail_once", properties: ["accountId", "purpose", "about", "recipient"] },
  ],
  indexes: [{ name: "outgoing_mail_due", properties: ["accountId", "state", "dueAt"] }],
});

import { defineEntity, p } from "@mikro-orm/core";

/** A message somebody wrote to us from a debtor's number, and what it was taken to mean. */
export const InboundMessageRow = defineEntity({
  name: "InboundMessageRow",
  tableName: "inbound_message",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    /** The helpdesk's id: the same message twice is one message. */
    hostMessageId: p.bigint("number"),
    conversationId: p.bigint("number"),
    /** Null when the number is several debtors'. */
    debtorId: p.bigint("number").nullable(),
    /** By the debtor's key, or by the account's when there is no debtor; null when it had no text. */
    bodySealed: p.text().nullable(),
    /** `Meaning` */
    intent: p.string().length(32),
    /** The helpdesk's id of the message it answers. */
    inReplyTo: p.bigint("number").nullable(),
    /** That message, when it is one of ours. */
    ref: p.string().length(36).nullable(),
    receivedAt: p.bigint("number"),
    handledAt: p.bigint("number"),
  },
  uniques: [{ name: "inbound_message_host", properties: ["accountId", "hostMessageId"] }],
  indexes: [
    { name: "inbound_message_debtor", properties: ["accountId", "debtorId", "receivedAt"] },
    { name: "inbound_message_conversation", properties: ["accountId", "conversationId", "receivedAt"] },
  ],
});

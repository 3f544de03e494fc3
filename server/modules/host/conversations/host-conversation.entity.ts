import { defineEntity, type InferEntity, p } from "@mikro-orm/core";

/** A helpdesk conversation that is about a debtor. */
export const HostConversation = defineEntity({
  name: "HostConversation",
  tableName: "host_conversation",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    debtorId: p.bigint("number"),
    inboxId: p.bigint("number"),
    contactId: p.bigint("number"),
    /** The number in the helpdesk's addresses. */
    conversationId: p.bigint("number"),
    /** Look-up hash of the number it sends to; null when the helpdesk does not tell which. */
    sourceIdHash: p.string().length(43).nullable(),
    sourceIdSeenAt: p.bigint("number").nullable(),
    status: p.string().length(16),
    /** When the debtor last wrote here: opens the 24-hour window. */
    lastInboundAt: p.bigint("number").nullable(),
    /** Highest message id seen, by webhook or listing. */
    lastMessageId: p.bigint("number"),
    /** When the message with that id was made; null before the first. */
    lastMessageAt: p.bigint("number").nullable(),
    /** Up to this id everything that is news has been read; 0: nothing yet, it is read from `knownSince` on. */
    listedId: p.bigint("number"),
    /** Lowest id of a message whose status a webhook announced without telling it; re-read from here. */
    rereadFrom: p.bigint("number").nullable(),
    /** Since when Saldo has been listening here: what was said before is not news, see `domain/horizon`. */
    knownSince: p.bigint("number"),
    /** When what was said before was read for objections; null: it is read before the debtor is written to. */
    historyReadAt: p.bigint("number").nullable(),
    /** The helpdesk's own instant of the last change that was told: webhooks come in any order. */
    hostUpdatedAt: p.bigint("number").default(0),
    ensuredAt: p.bigint("number"),
  },
  uniques: [{ properties: ["accountId", "conversationId"] }],
  indexes: [
    { properties: ["accountId", "debtorId"] },
    { properties: ["accountId", "contactId"] },
    { properties: ["accountId", "rereadFrom"] },
  ],
});
export type HostConversationRow = InferEntity<typeof HostConversation>;

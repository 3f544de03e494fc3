import { defineEntity, p } from "@mikro-orm/core";

/** A case handed to people. It needs a person while it is neither answered nor closed. */
export const EscalationRow = defineEntity({
  name: "EscalationRow",
  tableName: "escalation",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    /** Null while nobody knows whose number it is. */
    debtorId: p.bigint("number").nullable(),
    conversationId: p.bigint("number"),
    /** `CaseReason` */
    reason: p.string().length(32),
    openedAt: p.bigint("number"),
    /** The debtor's first message that has no answer yet. */
    waitingSince: p.bigint("number"),
    /** The helpdesk's id of the message that brought the case into its present state: an older one changes nothing any more. */
    lastMessageId: p.bigint("number"),
    answeredAt: p.bigint("number").nullable(),
    /** `user:<helpdesk user id>` */
    answeredBy: p.string().length(64).nullable(),
    closedAt: p.bigint("number").nullable(),
    /** 1 until it is closed, then null: unique, so that a conversation has one open case. */
    openSlot: p.integer().nullable(),
    /** Whose case it is, `user:<helpdesk user id>`, and since when that is known. */
    owner: p.string().length(64).nullable(),
    ownerAt: p.bigint("number").nullable(),
    /** The hold that pauses the debtor meanwhile (public id). */
    holdId: p.string().length(36).nullable(),
    /** Out of sight until then; it stops no clock. */
    snoozedUntil: p.bigint("number").nullable(),
    /** Resolved in the helpdesk while a hold still waits for a person's decision. */
    resolvedAt: p.bigint("number").nullable(),
    /** `CaseOutcome`; null where the conversation was resolved and nobody said. */
    outcome: p.string().length(32).nullable(),
  },
  uniques: [
    { name: "escalation_public", properties: ["accountId", "publicId"] },
    { name: "escalation_open", properties: ["accountId", "conversationId", "openSlot"] },
  ],
  indexes: [
    { name: "escalation_waiting", properties: ["accountId", "closedAt", "answeredAt", "waitingSince"] },
    { name: "escalation_debtor", properties: ["accountId", "debtorId"] },
    { name: "escalation_queue", properties: ["accountId", "openSlot", "waitingSince"] },
    { name: "escalation_opened", properties: ["accountId", "openedAt"] },
  ],
});

import { defineEntity, p } from "@mikro-orm/core";
import type { MessageState } from "./domain/message-state.js";

/** A message to one debtor, from planned to a terminal state. Planning writes ids and a window; text exists only from the claim on. */
export const OutboxMessageRow = defineEntity({
  name: "OutboxMessageRow",
  tableName: "outbox_message",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    /** UUIDv7, the marker in the helpdesk; minted at the first claim, one per message for life. */
    ref: p.string().length(36).nullable(),
    debtorId: p.bigint("number"),
    channel: p.string().length(16),
    /** A reply is an answer inside the 24-hour window. */
    kind: p.string().$type<"cadence" | "reply">().length(16),
    /** (debtor, channel, step, anchor date), or for a reply what it answers: planning twice is a no-op. */
    dedupeKey: p.string().length(190),
    stepId: p.string().length(64),
    anchorDate: p.string().length(10).nullable(),
    /** Null in replies, and in messages of the time when an account had one cadence. */
    cadenceKey: p.string().length(64).nullable(),
    cadenceVersion: p.integer().nullable(),
    /** The account's calendar date it was planned for. */
    plannedOn: p.string().length(10),
    template: p.string().length(80),
    language: p.string().length(8),
    templateVersion: p.string().length(32),
    state: p.string().$type<MessageState>().length(16),
    /** Why it is in this state: a rule id, an outcome code. */
    reason: p.string().length(80).nullable(),
    notBefore: p.bigint("number"),
    notAfter: p.bigint("number"),
    attemptNo: p.integer(),
    /** Rises with every claim and every look of the reconciler; outcomes are recorded only under the fence they were claimed with. */
    fence: p.integer(),
    owner: p.string().length(40).nullable(),
    /** The bytes may leave until then. */
    deadlineAt: p.bigint("number").nullable(),
    conversationId: p.bigint("number").nullable(),
    /** Largest message id seen in the conversation before the POST. */
    highWaterMark: p.bigint("number").nullable(),
    /** When the reconciler looks next. */
    settleAt: p.bigint("number").nullable(),
    /** How often it was looked for and was not there. */
    timesAbsent: p.integer(),
    hostMessageId: p.bigint("number").nullable(),
    bodySealed: p.text().nullable(),
    bodyHash: p.string().length(64).nullable(),
    /** Variables of a reply, sealed; cadence messages take theirs from the portfolio at the claim. */
    variablesSealed: p.text().nullable(),
    /** Last verdict of the policy engine and the first rule that did not pass; re-decided at the claim. */
    verdict: p.string().length(16).nullable(),
    verdictRule: p.string().length(80).nullable(),
    errorCode: p.string().length(32).nullable(),
    plannedAt: p.bigint("number"),
    intentAt: p.bigint("number").nullable(),
    acceptedAt: p.bigint("number").nullable(),
    atWhatsappAt: p.bigint("number").nullable(),
    deliveredAt: p.bigint("number").nullable(),
    readAt: p.bigint("number").nullable(),
    failedAt: p.bigint("number").nullable(),
    answeredAt: p.bigint("number").nullable(),
    endedAt: p.bigint("number").nullable(),
  },
  uniques: [
    { name: "outbox_message_dedupe", properties: ["accountId", "dedupeKey"] },
    { name: "outbox_message_ref", properties: ["accountId", "ref"] },
  ],
  indexes: [
    { name: "outbox_message_due", properties: ["accountId", "state", "notBefore", "id"] },
    { name: "outbox_message_settle", properties: ["accountId", "state", "settleAt"] },
    { name: "outbox_message_debtor", properties: ["accountId", "debtorId", "plannedOn"] },
    { name: "outbox_message_day", properties: ["accountId", "plannedOn", "state"] },
    { name: "outbox_message_host", properties: ["accountId", "hostMessageId"] },
  ],
});

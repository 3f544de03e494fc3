import { defineEntity, p } from "@mikro-orm/core";
import type { PromiseSource, PromiseState } from "./domain/promise.js";

/** What a debtor said they will pay, and by when. */
export const PromiseRow = defineEntity({
  name: "PromiseRow",
  tableName: "promise",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    publicId: p.string().length(36),
    debtorId: p.bigint("number"),
    state: p.string().$type<PromiseState>().length(16),
    amountMinor: p.bigint("number"),
    currency: p.string().length(3).columnType("char(3)"),
    /** The day it was promised for. */
    dueDate: p.string().length(10).columnType("char(10)"),
    /** The day with the banking days of grace: money of a later value date comes too late. */
    lastDay: p.string().length(10).columnType("char(10)"),
    /** The end of that day on the debtor's clock: then it is judged. */
    judgeAt: p.bigint("number"),
    source: p.string().$type<PromiseSource>().length(16),
    /** As `actorRef` writes it. */
    actor: p.string().length(64),
    /** The helpdesk's id of the message it was made in. */
    messageId: p.bigint("number").nullable(),
    createdAt: p.bigint("number"),
    /** Newest ledger entry of its debts when it was made: what came before is in the amount already. */
    fromEntry: p.bigint("number"),
    /** Newest one its state takes into account. */
    seenEntry: p.bigint("number"),
    /** Paid towards it, as of `seenEntry`; may be more than was promised. */
    paidMinor: p.bigint("number"),
    /** When it left the state `active`; null while it is. */
    endedAt: p.bigint("number").nullable(),
    /** The promise that took its place (public id). */
    replacedBy: p.string().length(36).nullable(),
    /** Why it was cancelled. */
    noteSealed: p.text().nullable(),
    /** 1 while active, then null: unique, so that a debtor has one active promise a currency. */
    activeSlot: p.integer().nullable(),
  },
  uniques: [
    { name: "promise_public", properties: ["accountId", "publicId"] },
    { name: "promise_active", properties: ["accountId", "debtorId", "currency", "activeSlot"] },
  ],
  indexes: [{ name: "promise_judge", properties: ["accountId", "judgeAt"] }],
});

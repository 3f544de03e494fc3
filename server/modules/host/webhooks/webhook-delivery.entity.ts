import { defineEntity, p } from "@mikro-orm/core";

/** A webhook as it arrived, verified and not yet or already processed. The body goes after a week, the row after a month. */
export const WebhookDelivery = defineEntity({
  name: "WebhookDelivery",
  tableName: "webhook_delivery",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    /** Hash of the helpdesk's delivery id and the body: what is sent again, signed anew. */
    dedupeKey: p.string().length(64),
    /** Hash of what the signature is over: what is played back, under whatever delivery id. Null in rows from before it was kept. */
    signedHash: p.string().length(64).nullable(),
    event: p.string().length(64),
    /** Raw body, sealed by the account. */
    bodySealed: p.text().columnType("mediumtext").nullable(),
    receivedAt: p.bigint("number"),
    processedAt: p.bigint("number").nullable(),
    attempts: p.integer(),
    /** When it may be tried (again); null once processed or parked. */
    dueAt: p.bigint("number").nullable(),
    /** Why it was parked: a code, never text of the body. */
    problem: p.string().length(64).nullable(),
  },
  uniques: [{ properties: ["accountId", "dedupeKey"] }, { properties: ["accountId", "signedHash"] }],
  indexes: [{ properties: ["accountId", "dueAt"] }, { properties: ["accountId", "receivedAt"] }],
});

import { defineEntity, p } from "@mikro-orm/core";

/** A conversation that could not be read, and a debtor it is with: they are not written to until it was. One row a debtor. */
export const UnheardConversationRow = defineEntity({
  name: "UnheardConversationRow",
  tableName: "unheard_conversation",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    conversationId: p.bigint("number"),
    debtorId: p.bigint("number"),
    /** From when on it has to be read. */
    readFrom: p.bigint("number"),
    since: p.bigint("number"),
    attempts: p.integer(),
    /** Code of what went wrong last. */
    problem: p.string().length(80),
    retryAt: p.bigint("number"),
  },
  uniques: [{ name: "unheard_conversation_debtor", properties: ["accountId", "conversationId", "debtorId"] }],
  indexes: [{ name: "unheard_conversation_of", properties: ["accountId", "debtorId"] }],
});

import { defineEntity, p } from "@mikro-orm/core";

/** Where an account's chain ends. Its row lock is what makes the order of commits the order of numbers. */
export const JournalHeadRow = defineEntity({
  name: "JournalHeadRow",
  tableName: "journal_head",
  properties: {
    accountId: p.bigint("number").primary().autoincrement(false),
    /** The account's public id, hashed into every record. */
    accountPublicId: p.string().length(36),
    seq: p.bigint("number"),
    hash: p.string().length(64).columnType("char(64)"),
  },
});

import { defineEntity, p } from "@mikro-orm/core";

/** One record of an account's chain. Inserted once, never changed: triggers refuse it where the server allows, hashes prove it everywhere. */
export const JournalRecordRow = defineEntity({
  name: "JournalRecordRow",
  tableName: "journal_record",
  properties: {
    accountId: p.bigint("number").primary(),
    /** 1, 2, 3 … without gaps, in the order of commits. */
    seq: p.bigint("number").primary(),
    recordId: p.string().length(36),
    type: p.string().length(64),
    version: p.integer(),
    at: p.bigint("number"),
    recordedAt: p.bigint("number"),
    actor: p.string().length(64),
    debtorId: p.bigint("number").nullable(),
    /** What the hash covers: the chain must not depend on a row that lives elsewhere. */
    debtorPublicId: p.string().length(36).nullable(),
    /** Canonical JSON without personal data. */
    payload: p.text().columnType("mediumtext"),
    personalSealed: p.text().columnType("mediumtext").nullable(),
    saltSealed: p.string().length(255).nullable(),
    commitment: p.string().length(64).columnType("char(64)").nullable(),
    prevHash: p.string().length(64).columnType("char(64)"),
    hash: p.string().length(64).columnType("char(64)"),
  },
  uniques: [{ properties: ["accountId", "recordId"] }],
  indexes: [{ properties: ["accountId", "debtorId", "seq"] }, { properties: ["accountId", "type", "seq"] }],
});

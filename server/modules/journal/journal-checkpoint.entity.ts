import { defineEntity, p } from "@mikro-orm/core";

/** A signed statement that the first `seq` records had this Merkle root. The copy that proves something is the one kept outside. */
export const JournalCheckpointRow = defineEntity({
  name: "JournalCheckpointRow",
  tableName: "journal_checkpoint",
  properties: {
    accountId: p.bigint("number").primary(),
    seq: p.bigint("number").primary(),
    head: p.string().length(64).columnType("char(64)"),
    root: p.string().length(64).columnType("char(64)"),
    /** Roots of the perfect subtrees, comma separated, so that the next checkpoint need not read the chain from its start. */
    peaks: p.text(),
    signedAt: p.bigint("number"),
    /** base64 of the SubjectPublicKeyInfo, so that old checkpoints stay verifiable after a change of keys. */
    publicKey: p.string().length(128),
    signature: p.string().length(128),
    /** Whether the copy outside was written. */
    published: p.boolean(),
  },
});

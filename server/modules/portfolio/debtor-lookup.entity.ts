import { defineEntity, p } from "@mikro-orm/core";
import type { LookupKind } from "../../platform/crypto/lookup-hash.js";

/** Finds debtors by keyed hashes of what is sealed. Erasing a debtor empties it. */
export const DebtorLookupRow = defineEntity({
  name: "DebtorLookupRow",
  tableName: "debtor_lookup",
  properties: {
    id: p.bigint("number").primary().autoincrement(),
    accountId: p.bigint("number"),
    kind: p.string().$type<LookupKind>().length(16),
    hash: p.string().length(43),
    debtorId: p.bigint("number"),
    /** The contact point a phone stands for; 0 for the other kinds. */
    contactPointId: p.bigint("number"),
  },
  uniques: [{ name: "debtor_lookup_hash", properties: ["accountId", "kind", "hash", "debtorId", "contactPointId"] }],
  indexes: [{ name: "debtor_lookup_debtor", properties: ["accountId", "debtorId"] }],
});

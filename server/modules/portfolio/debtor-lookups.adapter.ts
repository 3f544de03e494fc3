import { nameWords, personIdKey } from "../../shared/words.js";
import type { LookupHash } from "../../platform/crypto/lookup-hash.js";
import type { LookupEntry } from "./debtors.store.js";

/** Under what a debtor is found by their name and personal id. */
export function lookupsOf(hash: LookupHash, accountId: number, debtorId: number, name: string, document: string | null): LookupEntry[] {
  const entries = nameWords(name).map((word): LookupEntry => ({
    kind: "name_word",
    hash: hash.of(accountId, "name_word", word),
    debtorId,
    contactPointId: 0,
  }));
  if (document === null || personIdKey(document) === "") return entries;
  return [...entries, { kind: "person_id", hash: hash.of(accountId, "person_id", personIdKey(document)), debtorId, contactPointId: 0 }];
}

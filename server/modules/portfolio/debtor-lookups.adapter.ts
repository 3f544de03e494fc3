import { nameWords, personIdKey } from "../../shared/words.js";
import type { LookupHash } from "../../platform/crypto/lookup-hash.js";
import type { LookupEntry } from "./debtors.store.js";
import { nameStarts } from "./domain/name-start.js";

/** What `lookupsOf` writes, to be dropped before it is written anew. */
export const NAME_LOOKUPS = ["name_word", "name_start", "person_id"] as const;

/** Under what a debtor is found by their name and personal id. */
export function lookupsOf(hash: LookupHash, accountId: number, debtorId: number, name: string, document: string | null): LookupEntry[] {
  const named = nameWords(name).map((word): LookupEntry => ({
    kind: "name_word",
    hash: hash.of(accountId, "name_word", word),
    debtorId,
    contactPointId: 0,
  }));
  const entries = [...named, ...startsOf(hash, accountId, debtorId, name)];
  if (document === null || personIdKey(document) === "") return entries;
  return [...entries, { kind: "person_id", hash: hash.of(accountId, "person_id", personIdKey(document)), debtorId, contactPointId: 0 }];
}

/** Under what a debtor is found while their name is typed. */
export function startsOf(hash: LookupHash, accountId: number, debtorId: number, name: string): LookupEntry[] {
  return nameStarts(name).map((start) => ({
    kind: "name_start",
    hash: hash.of(accountId, "name_start", start),
    debtorId,
    contactPointId: 0,
  }));
}

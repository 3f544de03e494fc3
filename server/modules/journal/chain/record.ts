import { createHash, hash as digest } from "node:crypto";

/** Names the encoding below; a change of it is a new number, and verifiers keep reading the old one. */
export const FORMAT = "saldo.journal/1";

/** `prev` of the first record. */
export const NO_HASH = "0".repeat(64);

/** One record as it is hashed. Instants are ISO 8601 UTC with milliseconds; hashes are lower-case hexadecimal. */
export interface ChainRecord {
  readonly seq: number;
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly at: string;
  readonly recordedAt: string;
  readonly actor: string;
  /** Public id of the debtor. */
  readonly debtor: string | null;
  /** Canonical JSON text. */
  readonly payload: string;
  readonly commitment: string | null;
  readonly prev: string;
  readonly hash: string;
}

/**
 * SHA-256 over the canonical JSON of the record's members, the account and the format's name (FORMAT.md, "The hash of a record").
 * Written out by hand: the members are few, known and already in canonical order, and `payload` is canonical text already.
 */
export function recordHash(account: string, record: Omit<ChainRecord, "hash">): string {
  return digest(
    "sha256",
    `{"account":${JSON.stringify(account)},"actor":${JSON.stringify(record.actor)},"at":"${record.at}",` +
      `"commitment":${JSON.stringify(record.commitment)},"debtor":${JSON.stringify(record.debtor)},"format":"${FORMAT}",` +
      `"id":${JSON.stringify(record.id)},"payload":${record.payload},"prev":${JSON.stringify(record.prev)},"recordedAt":"${record.recordedAt}",` +
      `"seq":${record.seq},"type":${JSON.stringify(record.type)},"version":${record.version}}`,
    "hex",
  );
}

/**
 * Binds a record to its personal part without holding it: without the salt nobody can try out names against it,
 * and once salt and text are gone nothing is left to try.
 * @param text canonical JSON of the personal part
 */
export function commitmentOf(salt: Uint8Array, text: string): string {
  return createHash("sha256").update(salt).update(text, "utf8").digest("hex");
}

import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { Injectable } from "@nestjs/common";
import { MasterKeys } from "./keys.js";

export type LookupKind = "phone" | "person_id" | "name_word" | "name_start" | "external_id";

/**
 * Finds a sealed value without opening it: HMAC-SHA-256 of the normalised value under a key of its own, separated by account and kind.
 * Callers normalise first (E.164 digits, id without punctuation, lower-case name word without accents).
 */
@Injectable()
export class LookupHash {
  private readonly key: KeyObject;

  constructor(keys: MasterKeys) {
    this.key = createSecretKey(keys.derive("lookup"));
  }

  /** 43 characters, base64url. */
  of(accountId: number, kind: LookupKind, normalised: string): string {
    return createHmac("sha256", this.key)
      .update(JSON.stringify([accountId, kind, normalised]))
      .digest("base64url");
  }
}

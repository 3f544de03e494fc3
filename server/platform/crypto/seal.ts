import { createCipheriv, createDecipheriv, createSecretKey } from "node:crypto";
import { Injectable } from "@nestjs/common";
import { Entropy } from "./randomness.js";

/** Where a sealed value stands. It is authenticated with the value, so a ciphertext moved to another row, column or account does not open. */
export interface SealPlace {
  readonly accountId: number;
  readonly table: string;
  readonly column: string;
  /** The row's public id (known before the row is inserted). */
  readonly row: string;
}

/** What was sealed does not open: it was altered, stands in another place, or the key is another. */
export class UnreadableSeal extends Error {
  override readonly name = "UnreadableSeal";

  constructor(
    readonly place: SealPlace,
    cause?: unknown,
  ) {
    super(`${place.table}.${place.column} does not open`, { cause });
  }
}

/** 32 bytes; one per debtor and one per account, wrapped by the master key (see KeyRing). */
export type DataKey = Buffer;

const VERSION = "1.";
const NONCE = 12;
const TAG = 16;

/**
 * AES-256-GCM with a random nonce. Text form: `1.` + base64url(nonce ‖ ciphertext ‖ tag).
 * A key is wrapped into a KeyObject first: given bytes, Node finds out what they are by catching exceptions, which costs more than the cipher.
 */
@Injectable()
export class Sealer {
  constructor(private readonly entropy: Entropy) {}

  seal(key: DataKey, place: SealPlace, content: string | Uint8Array): string {
    const nonce = this.entropy.bytes(NONCE);
    const cipher = createCipheriv("aes-256-gcm", createSecretKey(key), nonce).setAAD(aad(place));
    const sealed = typeof content === "string" ? cipher.update(content, "utf8") : cipher.update(content);
    const body = Buffer.concat([nonce, sealed, cipher.final(), cipher.getAuthTag()]);
    return VERSION + body.toString("base64url");
  }

  /** @throws UnreadableSeal */
  open(key: DataKey, place: SealPlace, sealed: string): string {
    return this.openBytes(key, place, sealed).toString("utf8");
  }

  /** What was sealed as bytes. @throws as `open` */
  openBytes(key: DataKey, place: SealPlace, sealed: string): Buffer {
    if (!sealed.startsWith(VERSION)) throw new UnreadableSeal(place);
    const body = Buffer.from(sealed.slice(VERSION.length), "base64url");
    try {
      const decipher = createDecipheriv("aes-256-gcm", createSecretKey(key), body.subarray(0, NONCE))
        .setAAD(aad(place))
        .setAuthTag(body.subarray(body.length - TAG));
      return Buffer.concat([decipher.update(body.subarray(NONCE, body.length - TAG)), decipher.final()]);
    } catch (error) {
      throw new UnreadableSeal(place, error);
    }
  }
}

function aad(place: SealPlace): Buffer {
  return Buffer.from(JSON.stringify([place.accountId, place.table, place.column, place.row]));
}

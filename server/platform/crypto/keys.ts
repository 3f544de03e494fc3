import { createPrivateKey, createPublicKey, generateKeyPairSync, hkdfSync, type KeyObject } from "node:crypto";
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config/config.js";
import { Entropy } from "./randomness.js";

/** The two keys of an installation and what is derived from them. */
export class MasterKeys {
  constructor(
    private readonly master: Buffer,
    readonly signing: KeyObject,
  ) {
    if (master.length !== 32) throw new Error("The master key must be 32 bytes, base64. `npm run saldo -- keys new` makes one.");
  }

  /** Independent 32-byte keys for independent uses (HKDF-SHA-256, RFC 5869). */
  derive(purpose: string): Buffer {
    return Buffer.from(hkdfSync("sha256", this.master, Buffer.alloc(0), `saldo/${purpose}`, 32));
  }

  get verifying(): KeyObject {
    return createPublicKey(this.signing);
  }
}

export interface KeyPairText {
  /** base64, 32 bytes */
  readonly master: string;
  /** base64 of the PKCS #8 PEM */
  readonly signing: string;
}

export function newKeys(entropy: Entropy): KeyPairText {
  const { privateKey } = generateKeyPairSync("ed25519");
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  return { master: entropy.bytes(32).toString("base64"), signing: Buffer.from(pem).toString("base64") };
}

/** From the environment; in embedded mode from 0600 files beside the database, made on first start. */
export function loadKeys(config: Config, entropy: Entropy): MasterKeys {
  if (config.masterKey && config.signingKey) return decode({ master: config.masterKey, signing: config.signingKey });
  if (config.database.dialect === "mysql" && config.production) {
    throw new Error("SALDO_MASTER_KEY and SALDO_SIGNING_KEY must be set.");
  }
  const file = join(config.dataDir, "saldo.keys");
  if (!existsSync(file)) {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    writeOnce(file, JSON.stringify(newKeys(entropy)), entropy);
  }
  chmodSync(file, 0o600);
  return decode(JSON.parse(readFileSync(file, "utf8")) as KeyPairText);
}

/** Two processes may start for the first time together: the file is there whole or not at all, and the first one's keys are everybody's. */
function writeOnce(file: string, text: string, entropy: Entropy): void {
  const draft = `${file}.${entropy.bytes(6).toString("hex")}`;
  writeFileSync(draft, text, { mode: 0o600, flag: "wx" });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as { code?: unknown }).code !== "EEXIST") throw error;
  } finally {
    unlinkSync(draft);
  }
}

function decode(text: KeyPairText): MasterKeys {
  return new MasterKeys(Buffer.from(text.master, "base64"), createPrivateKey(Buffer.from(text.signing, "base64").toString("utf8")));
}

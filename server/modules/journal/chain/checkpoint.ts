import { createPublicKey, hash as digest, type KeyObject, sign, verify } from "node:crypto";
import { canonical } from "./canonical.js";
import { FORMAT } from "./record.js";

/** What is signed: the first `seq` records of the account end in `head` and have the Merkle root `root`. */
export interface CheckpointStatement {
  readonly account: string;
  readonly seq: number;
  readonly head: string;
  readonly root: string;
  /** When it was signed, ISO 8601 UTC. */
  readonly at: string;
}

/** As it stands in exports and in the files kept outside, one line of canonical JSON each. */
export interface Checkpoint extends CheckpointStatement {
  readonly kind: "checkpoint";
  readonly format: typeof FORMAT;
  /** base64 of the SubjectPublicKeyInfo (DER) of an Ed25519 key */
  readonly publicKey: string;
  /** base64 of the Ed25519 signature over the canonical JSON of all other members */
  readonly signature: string;
}

export function signCheckpoint(statement: CheckpointStatement, key: KeyObject): Checkpoint {
  const { account, seq, head, root, at } = statement;
  const signed = { account, seq, head, root, at, kind: "checkpoint" as const, format: FORMAT, publicKey: publicKeyText(key) } as const;
  return { ...signed, signature: sign(null, Buffer.from(canonical(signed)), key).toString("base64") };
}

/** Whether the signature is that of the key the checkpoint itself names; who owns that key is for the caller to judge. */
export function isSigned(checkpoint: Checkpoint): boolean {
  const { signature, ...signed } = checkpoint;
  try {
    const key = createPublicKey({ key: Buffer.from(signed.publicKey, "base64"), format: "der", type: "spki" });
    return key.asymmetricKeyType === "ed25519" && verify(null, Buffer.from(canonical(signed)), key, Buffer.from(signature, "base64"));
  } catch {
    return false;
  }
}

/** base64 of the SubjectPublicKeyInfo; of a private key that of its public half. */
export function publicKeyText(key: KeyObject): string {
  const open = key.type === "private" ? createPublicKey(key) : key;
  return open.export({ type: "spki", format: "der" }).toString("base64");
}

/** SHA-256 of the key's DER form, hexadecimal: what people compare over another channel. */
export function fingerprint(publicKey: string): string {
  return digest("sha256", Buffer.from(publicKey, "base64"), "hex");
}

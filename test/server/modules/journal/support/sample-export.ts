import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { canonical } from "../../../../../server/modules/journal/chain/canonical.js";
import { type Checkpoint, publicKeyText, signCheckpoint } from "../../../../../server/modules/journal/chain/checkpoint.js";
import { MerkleTree } from "../../../../../server/modules/journal/chain/merkle-tree.js";
import { commitmentOf, FORMAT, NO_HASH, recordHash } from "../../../../../server/modules/journal/chain/record.js";
import type { JsonObject, JsonValue } from "../../../../../server/modules/journal/journal.port.js";
import { verifyExport } from "../../../../../server/modules/journal/export/verify-export.js";

export const ACCOUNT = "019a0000-0000-7000-8000-000000000001";
export const AT = "2026-11-22T14:05:09.120Z";

export function newKey(): KeyObject {
  return generateKeyPairSync("ed25519").privateKey;
}

export interface SampleOptions {
  readonly records: number;
  /** A checkpoint after each record with one of these numbers. */
  readonly checkpoints?: readonly number[];
  readonly key?: KeyObject;
  /** Numbers of records whose personal part was erased. */
  readonly erased?: readonly number[];
  readonly personal?: (seq: number) => JsonObject | null;
}

/** An export made from nothing: no database, the same bytes for the same key. Returns its lines without line ends. */
export function sampleExport(options: SampleOptions): { readonly lines: string[]; readonly checkpoints: Checkpoint[] } {
  const { records, key = newKey(), erased = [], personal = (seq) => ({ text: `palabra ${seq}` }) } = options;
  const signedAt = options.checkpoints ?? [records];
  const tree = new MerkleTree();
  const checkpoints: Checkpoint[] = [];
  const lines = [
    canonical({
      kind: "header",
      format: FORMAT,
      account: ACCOUNT,
      from: 1,
      to: records,
      keys: signedAt.length > 0 ? [publicKeyText(key)] : [],
    }),
  ];
  let prev = NO_HASH;
  for (let seq = 1; seq <= records; seq++) {
    const part = personal(seq);
    const salt = Buffer.alloc(32, seq);
    const fields = {
      seq,
      id: `019a0000-0000-7000-8000-${seq.toString(16).padStart(12, "0")}`,
      type: "thing.said",
      version: 1,
      at: AT,
      recordedAt: AT,
      actor: "user:12",
      debtor: seq % 2 === 0 ? null : "019a0000-0000-7000-8000-00000000abcd",
      commitment: part && commitmentOf(salt, canonical(part)),
      prev,
    };
    const payload: JsonValue = { n: seq, ratio: 0.1, ünïcode: "\u2028 \u20ac \u{1f642}" };
    const hash = recordHash(ACCOUNT, { ...fields, payload: canonical(payload) });
    const open = part !== null && !erased.includes(seq);
    lines.push(
      canonical({ kind: "record", ...fields, payload, hash, salt: open ? salt.toString("base64") : null, personal: open ? part : null }),
    );
    tree.append(Buffer.from(hash, "hex"));
    prev = hash;
    if (!signedAt.includes(seq)) continue;
    const checkpoint = signCheckpoint({ account: ACCOUNT, seq, head: hash, root: tree.root(), at: AT }, key);
    checkpoints.push(checkpoint);
    lines.push(canonical({ ...checkpoint }));
  }
  lines.push(canonical({ kind: "trailer", records, checkpoints: checkpoints.length, head: prev, root: tree.root() }));
  return { lines, checkpoints };
}

/** In pieces of odd sizes, as a file or a network hands them out. */
export async function* inPieces(bytes: Uint8Array, size = 777): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

export function fileOf(lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\n`).join(""));
}

export function verifyLines(lines: readonly string[], options?: Parameters<typeof verifyExport>[1]) {
  return verifyExport(inPieces(fileOf(lines)), options);
}

/** The line of a record, changed and written canonically again: what somebody does who knows the format. */
export function edited(line: string, change: JsonObject): string {
  return canonical({ ...(JSON.parse(line) as JsonObject), ...change });
}

// Written from server/modules/journal/FORMAT.md and nothing else: imports nothing of the journal but samples to judge.
import { createHash, createPublicKey, verify } from "node:crypto";
import { expect, test } from "@jest/globals";
import { edited, sampleExport, verifyLines } from "./support/sample-export.js";

type Line = Record<string, unknown>;

/** RFC 8785 */
function jcs(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jcs).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const object = value as Line;
  return `{${Object.keys(object)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${jcs(object[name])}`)
    .join(",")}}`;
}

const sha256 = (...parts: (string | Buffer)[]) =>
  createHash("sha256")
    .update(Buffer.concat(parts.map((part) => Buffer.from(part as string))))
    .digest();
const leaf = (hash: string) => sha256(Buffer.of(0), Buffer.from(hash, "hex"));

function root(hashes: readonly string[]): Buffer {
  if (hashes.length === 0) return sha256();
  if (hashes.length === 1) return leaf(hashes[0]!);
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return sha256(Buffer.of(1), root(hashes.slice(0, k)), root(hashes.slice(k)));
}

function signatureHolds({ signature, ...rest }: Line): boolean {
  const key = createPublicKey({ key: Buffer.from(rest["publicKey"] as string, "base64"), format: "der", type: "spki" });
  return verify(null, Buffer.from(jcs(rest)), key, Buffer.from(signature as string, "base64"));
}

/** @returns the number of the first bad line; null when there is none */
function firstBadLine(text: string): number | null {
  const lines = text.split("\n");
  if (lines.pop() !== "") return lines.length + 1;
  let header: Line = {};
  let trailer: Line | undefined;
  const hashes: string[] = [];
  const usedKeys = new Set<unknown>();
  let checkpoints = 0;
  for (const [index, line] of lines.entries()) {
    let fine: boolean;
    try {
      const value = JSON.parse(line) as Line;
      fine = jcs(value) === line && trailer === undefined && check(value, index);
    } catch {
      fine = false;
    }
    if (!fine) return index + 1;
  }
  return trailer ? null : lines.length;

  function check(value: Line, index: number): boolean {
    if ((value["kind"] === "header") !== (index === 0)) return false;
    switch (value["kind"]) {
      case "header":
        header = value;
        return value["format"] === "saldo.journal/1" && value["from"] === 1;
      case "record": {
        const { kind: _, hash, salt, personal, ...hashed } = value;
        if (hashed["seq"] !== hashes.length + 1 || hashed["prev"] !== (hashes.at(-1) ?? "0".repeat(64))) return false;
        if (sha256(jcs({ ...hashed, account: header["account"], format: "saldo.journal/1" })).toString("hex") !== hash) return false;
        hashes.push(hash);
        if ((salt === null) !== (personal === null)) return false;
        return salt === null || sha256(Buffer.from(salt as string, "base64"), jcs(personal)).toString("hex") === hashed["commitment"];
      }
      case "checkpoint":
        checkpoints++;
        usedKeys.add(value["publicKey"]);
        return (
          value["account"] === header["account"] &&
          value["seq"] === hashes.length &&
          value["head"] === hashes.at(-1) &&
          value["root"] === root(hashes).toString("hex") &&
          (header["keys"] as unknown[]).includes(value["publicKey"]) &&
          signatureHolds(value)
        );
      case "trailer":
        trailer = value;
        return (
          value["records"] === hashes.length &&
          header["to"] === hashes.length &&
          value["checkpoints"] === checkpoints &&
          value["head"] === (hashes.at(-1) ?? "0".repeat(64)) &&
          value["root"] === root(hashes).toString("hex") &&
          (header["keys"] as unknown[]).length === usedKeys.size
        );
      default:
        return false;
    }
  }
}

const { lines } = sampleExport({
  records: 11,
  checkpoints: [4, 11],
  erased: [3],
  personal: (seq) => (seq % 3 === 1 ? null : { text: `é ${seq} \u2028` }),
});

test.each([
  ["the whole export", lines],
  ["an export without checkpoints", sampleExport({ records: 3, checkpoints: [] }).lines],
  ["an empty one", sampleExport({ records: 0, checkpoints: [] }).lines],
])("both accept %s", async (_name, sample) => {
  expect((await verifyLines(sample)).ok).toBe(true);
  expect(firstBadLine(sample.map((line) => `${line}\n`).join(""))).toBeNull();
});

test.each([
  ["an altered type", lines.with(4, edited(lines[4]!, { type: "thing.unsaid" }))],
  ["an altered word", lines.with(2, edited(lines[2]!, { personal: { text: "no" } }))],
  ["a missing record", lines.toSpliced(3, 1)],
  ["swapped records", lines.with(2, lines[3]!).with(3, lines[2]!)],
  ["an altered root", lines.with(5, edited(lines[5]!, { root: "a".repeat(64) }))],
  ["a missing trailer", lines.slice(0, -1)],
  ["a foreign header", lines.with(0, edited(lines[0]!, { account: "019a0000-0000-7000-8000-0000000000ff" }))],
  ["white space", lines.with(7, lines[7]!.replace(",", ", "))],
])("both name the same line for %s", async (_name, sample) => {
  const { firstBad } = await verifyLines(sample);
  expect(firstBad).not.toBeNull();
  expect(firstBadLine(sample.map((line) => `${line}\n`).join(""))).toBe(firstBad!.line);
});

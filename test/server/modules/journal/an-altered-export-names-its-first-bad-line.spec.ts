import { expect, test } from "@jest/globals";
import type { FindingCode } from "../../../../server/modules/journal/chain/finding.js";
import type { JsonObject } from "../../../../server/modules/journal/journal.port.js";
import { edited, fileOf, inPieces, sampleExport, verifyLines } from "./support/sample-export.js";
import { verifyExport } from "../../../../server/modules/journal/export/verify-export.js";

// Line 1 is the header, records 1–6 stand on lines 2–7, checkpoints after 3 and 6 on lines 5 and 9, so records 4–6 on lines 6–8.
const { lines } = sampleExport({ records: 6, checkpoints: [3, 6], erased: [2] });
const [header, first, , third, , , fifth] = lines as [string, string, string, string, string, string, string];

test("an untouched export verifies and says what it holds", async () => {
  expect(await verifyLines(lines)).toMatchObject({ ok: true, records: 6, checkpoints: 2, signedUpTo: 6, erased: 1, firstBad: null });
});

const changes: [name: string, change: JsonObject, code: FindingCode][] = [
  ["id", { id: "019a0000-0000-7000-8000-0000000000ff" }, "altered"],
  ["type", { type: "thing.unsaid" }, "altered"],
  ["version", { version: 2 }, "altered"],
  ["at", { at: "2026-11-22T14:05:09.121Z" }, "altered"],
  ["recordedAt", { recordedAt: "2026-11-22T14:05:09.121Z" }, "altered"],
  ["actor", { actor: "user:13" }, "altered"],
  ["debtor", { debtor: null }, "altered"],
  ["payload", { payload: { n: 6 } }, "altered"],
  ["commitment", { commitment: "0".repeat(64) }, "altered"],
  ["prev", { prev: "0".repeat(64) }, "altered"],
  ["hash", { hash: "0".repeat(64) }, "altered"],
  ["personal part", { personal: { text: "palabra 6" } }, "personal_altered"],
  ["salt", { salt: Buffer.alloc(32, 9).toString("base64") }, "personal_altered"],
  ["half a personal part", { salt: null }, "personal_altered"],
  ["an added member", { note: "x" }, "wrong_shape"],
];
test.each(changes)("a changed %s of record 5", async (_name, change, code) => {
  const verdict = await verifyLines(lines.with(6, edited(fifth, change)));
  expect(verdict).toMatchObject({ ok: false, records: code === "personal_altered" ? 5 : 4, firstBad: { line: 7, seq: 5, code } });
});

const edits: [name: string, edit: (lines: readonly string[]) => readonly string[], line: number, code: FindingCode][] = [
  ["a space", (all) => all.with(6, fifth.replace(":", ": ")), 7, "not_canonical"],
  ["a member given twice", (all) => all.with(6, fifth.replace('{"actor"', '{"actor":"host","actor"')), 7, "not_canonical"],
  ["no JSON", (all) => all.with(6, fifth.slice(1)), 7, "not_json"],
  ["a record taken out", (all) => all.toSpliced(6, 1), 7, "gap"],
  ["two records taken out", (all) => all.toSpliced(1, 2), 2, "gap"],
  ["two records swapped", (all) => all.with(1, all[2]!).with(2, first), 2, "swapped"],
  ["a record repeated", (all) => all.toSpliced(6, 0, all[5]!), 7, "out_of_order"],
  ["a checkpoint taken out", (all) => all.toSpliced(4, 1), 9, "wrong_total"],
  ["a checkpoint moved", (all) => all.with(3, all[4]!).with(4, third), 4, "out_of_order"],
  ["a checkpoint with another root", (all) => all.with(4, edited(all[4]!, { root: "0".repeat(64) })), 5, "wrong_signature"],
  ["the trailer taken out", (all) => all.slice(0, -1), 9, "no_trailer"],
  ["the tail and the trailer taken out", (all) => all.slice(0, 5), 5, "no_trailer"],
  ["something after the trailer", (all) => [...all, all.at(-1)!], 11, "after_trailer"],
  ["another total", (all) => all.with(0, edited(header, { to: 7 })), 10, "wrong_total"],
  ["another account", (all) => all.with(0, edited(header, { account: "019a0000-0000-7000-8000-000000000002" })), 2, "altered"],
  ["a second header", (all) => all.toSpliced(3, 0, header), 4, "wrong_header"],
  ["no header", (all) => all.slice(1), 1, "wrong_header"],
  [
    "a key nobody used",
    (all) => all.with(0, edited(header, { keys: [...(JSON.parse(header) as { keys: string[] }).keys, "AAAA"] })),
    10,
    "unknown_key",
  ],
];
test.each(edits)("%s", async (_name, edit, line, code) => {
  expect(await verifyLines(edit(lines))).toMatchObject({ ok: false, firstBad: { line, code } });
});

test("no byte of the file can be changed unnoticed", async () => {
  const file = fileOf(sampleExport({ records: 2, erased: [2] }).lines);
  const unnoticed: number[] = [];
  for (let index = 0; index < file.length; index++) {
    const altered = Buffer.from(file);
    altered[index]! ^= 1 << (index % 8);
    if ((await verifyExport(inPieces(altered, file.length))).ok) unnoticed.push(index);
  }
  expect(unnoticed).toEqual([]);
});

test("a file cut anywhere does not verify", async () => {
  const file = fileOf(lines);
  for (let length = 0; length < file.length; length += 13) {
    expect((await verifyExport(inPieces(file.subarray(0, length)))).ok).toBe(false);
  }
  expect((await verifyExport(inPieces(file.subarray(0, -1)))).ok).toBe(false);
});

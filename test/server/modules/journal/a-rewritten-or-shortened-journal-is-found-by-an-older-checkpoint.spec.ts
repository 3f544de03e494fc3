import { expect, test } from "@jest/globals";
import { canonical } from "../../../../server/modules/journal/chain/canonical.js";
import { fingerprint, publicKeyText } from "../../../../server/modules/journal/chain/checkpoint.js";
import { readCheckpoint } from "../../../../server/modules/journal/export/lines.js";
import { newKey, sampleExport, verifyLines } from "./support/sample-export.js";

const key = newKey();
const published = publicKeyText(key);
const whole = sampleExport({ records: 9, checkpoints: [3, 6, 9], key });
const [early, , latest] = whole.checkpoints as [(typeof whole.checkpoints)[0], unknown, (typeof whole.checkpoints)[0]];

test("an honest export agrees with every checkpoint kept outside and with the published key", async () => {
  for (const against of whole.checkpoints) expect((await verifyLines(whole.lines, { against })).ok).toBe(true);
  expect((await verifyLines(whole.lines, { key: published })).ok).toBe(true);
  expect((await verifyLines(whole.lines, { key: fingerprint(published) })).ok).toBe(true);
});

test("a tail cut at an older checkpoint verifies by itself, but not against a newer one", async () => {
  const { lines } = sampleExport({ records: 6, checkpoints: [3, 6], key });
  expect((await verifyLines(lines)).ok).toBe(true);
  expect(await verifyLines(lines, { against: latest })).toMatchObject({ ok: false, firstBad: { code: "cut_tail" } });
  expect((await verifyLines(lines, { against: early })).ok).toBe(true);
});

test("a history rewritten and signed again with the same key is found at the record of the checkpoint", async () => {
  const { lines } = sampleExport({
    records: 9,
    checkpoints: [3, 6, 9],
    key,
    personal: (seq) => ({ text: seq === 2 ? "another word" : `palabra ${seq}` }),
  });
  expect((await verifyLines(lines)).ok).toBe(true);
  expect(await verifyLines(lines, { against: early })).toMatchObject({ ok: false, firstBad: { line: 4, seq: 3, code: "wrong_root" } });
});

test("a history signed again with another key is found by the key and by the checkpoint", async () => {
  const { lines } = sampleExport({ records: 9, checkpoints: [3, 6, 9] });
  expect(await verifyLines(lines, { key: published })).toMatchObject({ ok: false, firstBad: { line: 1, code: "unknown_key" } });
  expect(await verifyLines(lines, { against: early })).toMatchObject({ ok: false, firstBad: { line: 1, code: "unknown_key" } });
});

test("an export without any signature does not pass for one of the published key", async () => {
  const { lines } = sampleExport({ records: 9, checkpoints: [], key });
  expect(await verifyLines(lines)).toMatchObject({ ok: true, signedUpTo: 0 });
  expect(await verifyLines(lines, { key: published })).toMatchObject({ ok: false, firstBad: { code: "unknown_key" } });
});

test("a forged checkpoint file proves nothing", async () => {
  const forged = { ...latest, seq: 12 };
  expect(await verifyLines(whole.lines, { against: { ...early, root: latest.root } })).toMatchObject({
    ok: false,
    firstBad: { code: "wrong_signature" },
  });
  expect(await verifyLines(whole.lines, { against: forged })).toMatchObject({ ok: false, firstBad: { code: "wrong_signature" } });
  expect(readCheckpoint(`${canonical({ ...early })}\n`)).toEqual(early);
  expect(() => readCheckpoint("{}")).toThrow("not a checkpoint");
  expect(() => readCheckpoint(JSON.stringify(early, null, 2))).toThrow("not a checkpoint");
});

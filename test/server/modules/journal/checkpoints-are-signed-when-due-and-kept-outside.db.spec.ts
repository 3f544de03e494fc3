import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { readCheckpoint } from "../../../../server/modules/journal/export/lines.js";
import { DAY, HOUR } from "../../../../server/shared/instant.js";
import { type JournalBench, openJournal } from "./support/journal-bench.js";

let bench: JournalBench;
let account: JournalBench["account"];
beforeAll(async () => {
  bench = await openJournal();
});
beforeEach(async () => {
  account = await bench.addAccount();
});
afterAll(() => bench.close());

const folder = () => join(bench.config.dataDir, "checkpoints", account.publicId);
const signedAt = async () =>
  (await bench.rows<{ seq: number }>("select seq from journal_checkpoint where account_id = ? order by seq", [account.id])).map(
    ({ seq }) => seq,
  );

test("at the first record, after a thousand more, and on a new day; an idle journal stays still", async () => {
  const { checkpoints, clock, verifier } = bench;
  await checkpoints.attend(account.id);
  expect(await signedAt()).toEqual([]);

  await bench.addRecords(3, account.id);
  await checkpoints.attend(account.id);
  expect(await signedAt()).toEqual([3]);

  // Record 4 says that the checkpoint was signed: on later days that alone is no reason for another one.
  await clock.runFor(3 * DAY);
  await checkpoints.attend(account.id);
  expect(await signedAt()).toEqual([3]);

  await bench.addRecords(1, account.id);
  await checkpoints.attend(account.id);
  expect(await signedAt()).toEqual([3, 5]);
  await clock.runFor(HOUR);
  await bench.addRecords(900, account.id);
  await checkpoints.attend(account.id);
  expect(await signedAt()).toEqual([3, 5]);
  await bench.addRecords(99, account.id);
  await checkpoints.attend(account.id);
  expect(await signedAt()).toEqual([3, 5, 1_005]);
  expect(await verifier.verify(account.id)).toMatchObject({ ok: true, records: 1_006, checkpoints: 3 });

  expect((await readdir(folder())).sort()).toEqual(["1005.json", "3.json", "5.json"]);
  expect(readCheckpoint(await readFile(join(folder(), "5.json"), "utf8"))).toMatchObject({ account: account.publicId, seq: 5 });
});

test("what a crash left unpublished is published by the next round", async () => {
  const { checkpoints } = bench;
  await bench.addRecords(1, account.id);
  await checkpoints.attend(account.id);
  await rm(folder(), { recursive: true });
  await bench.meddle("update journal_checkpoint set published = 0 where account_id = ?", [account.id]);
  await checkpoints.attend(account.id);
  expect(await readdir(folder())).toEqual(["1.json"]);
  expect(await signedAt()).toEqual([1]);
});

test("several processes at once sign one checkpoint", async () => {
  const { checkpoints } = bench;
  await bench.addRecords(5, account.id);
  await Promise.all([1, 2, 3].map(() => checkpoints.sign(account.id)));
  const records = await bench.reader.newest(account.id, { types: ["checkpoint.signed"] }, 10);
  expect(records).toHaveLength((await signedAt()).length);
  expect((await bench.verifier.verify(account.id)).ok).toBe(true);
});

test("a forged history is not signed", async () => {
  const { checkpoints, clock } = bench;
  await bench.addRecords(3, account.id);
  await checkpoints.attend(account.id);
  await bench.addRecords(3, account.id);
  await bench.meddle("update journal_record set actor = 'host' where account_id = ? and seq = 6", [account.id]);
  await clock.runFor(DAY);
  await checkpoints.attend(account.id);
  expect(await checkpoints.sign(account.id)).toBeNull();
  expect(await signedAt()).toEqual([3]);
});

test("altered peaks are not built upon", async () => {
  const { checkpoints, clock, verifier } = bench;
  await bench.addRecords(3, account.id);
  await checkpoints.attend(account.id);
  await bench.meddle("update journal_checkpoint set peaks = ? where account_id = ?", ["f".repeat(64), account.id]);
  await clock.runFor(DAY);
  await bench.addRecords(1, account.id);
  await checkpoints.attend(account.id);
  expect(await signedAt()).toEqual([3, 5]);
  expect((await verifier.verify(account.id)).ok).toBe(true);
});

test("a checkpoint altered in the database is found", async () => {
  const { checkpoints, verifier } = bench;
  await bench.addRecords(3, account.id);
  await checkpoints.attend(account.id);
  await bench.meddle("update journal_checkpoint set signature = ? where account_id = ?", [Buffer.alloc(64).toString("base64"), account.id]);
  expect(await verifier.verify(account.id)).toMatchObject({ ok: false, firstBad: { seq: 3, code: "wrong_signature" } });
});

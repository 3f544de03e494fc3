import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import type { FindingCode } from "../../../../server/modules/journal/chain/finding.js";
import { type JournalBench, openJournal, TESTER } from "./support/journal-bench.js";

let bench: JournalBench;
beforeAll(async () => {
  bench = await openJournal();
});
afterAll(() => bench.close());

const RECORDS = 8;
let accountId: number;
let debtorId: number;
let otherDebtorId: number;

/** A chain of its own for each case. */
beforeEach(async () => {
  accountId = (await bench.addAccount()).id;
  debtorId = (await bench.addDebtor(accountId)).id;
  otherDebtorId = (await bench.addDebtor(accountId)).id;
  await bench.db.inUnitOfWork("test", async () => {
    for (let n = 1; n <= RECORDS; n++) {
      bench.journal.append(accountId, {
        type: "thing.said",
        version: 1,
        actor: TESTER,
        debtorId,
        payload: { n },
        personal: { text: `word ${n}` },
      });
    }
  });
  expect((await bench.verifier.verify(accountId)).ok).toBe(true);
});

async function expectFound(seq: number, code: FindingCode): Promise<void> {
  expect(await bench.verifier.verify(accountId)).toMatchObject({ ok: false, firstBad: { seq, code } });
}

const forged = "f".repeat(64);
const columns: [column: string, value: string | number, code: FindingCode][] = [
  ["record_id", "019a0000-0000-7000-8000-000000000000", "altered"],
  ["type", "thing.unsaid", "altered"],
  ["version", 2, "altered"],
  ["at", 1, "altered"],
  ["recorded_at", 1, "altered"],
  ["actor", "user:1", "altered"],
  ["debtor_public_id", "019a0000-0000-7000-8000-000000000000", "altered"],
  ["payload", '{"n":6}', "altered"],
  ["payload", '{"n": 5}', "altered"],
  ["commitment", forged, "altered"],
  ["prev_hash", forged, "altered"],
  ["hash", forged, "altered"],
  ["personal_sealed", "1.AAAA", "personal_altered"],
  ["salt_sealed", "1.AAAA", "personal_altered"],
];
test.each(columns)("a changed %s (%s)", async (column, value, code) => {
  await bench.meddle(`update journal_record set ${column} = ? where account_id = ? and seq = 5`, [value, accountId]);
  await expectFound(5, code);
});

test("a sealed part moved from another record", async () => {
  const [{ sealed }] = (await bench.rows<{ sealed: string }>(
    "select personal_sealed as sealed from journal_record where account_id = ? and seq = 6",
    [accountId],
  )) as [{ sealed: string }];
  await bench.meddle("update journal_record set personal_sealed = ? where account_id = ? and seq = 5", [sealed, accountId]);
  await expectFound(5, "personal_altered");
});

test("a record moved to another debtor by its row id", async () => {
  await bench.meddle("update journal_record set debtor_id = ? where account_id = ? and seq = 5", [otherDebtorId, accountId]);
  await expectFound(5, "debtor_altered");
});

test("a deleted record", async () => {
  await bench.meddle("delete from journal_record where account_id = ? and seq = 5", [accountId]);
  await expectFound(5, "gap");
});

test("a record moved to another account", async () => {
  const other = await bench.addAccount();
  await bench.meddle("update journal_record set account_id = ? where account_id = ? and seq = 5", [other.id, accountId]);
  await expectFound(5, "gap");
  expect(await bench.verifier.verify(other.id)).toMatchObject({ ok: false, firstBad: { seq: 1, code: "gap" } });
});

test("two records swapped", async () => {
  for (const [from, to] of [
    [5, 99],
    [6, 5],
    [99, 6],
  ]) {
    await bench.meddle("update journal_record set seq = ? where account_id = ? and seq = ?", [to!, accountId, from!]);
  }
  await expectFound(5, "altered");
});

test("a record put in after the head", async () => {
  await bench.meddle(
    `insert into journal_record (account_id, seq, record_id, type, version, at, recorded_at, actor, payload, prev_hash, hash)
     select account_id, seq + 1, '019a0000-0000-7000-8000-00000000000a', type, version, at, recorded_at, actor, payload, hash, hash
     from journal_record where account_id = ? and seq = ?`,
    [accountId, RECORDS],
  );
  await expectFound(RECORDS + 1, "altered");
});

test("a cut tail", async () => {
  await bench.meddle("delete from journal_record where account_id = ? and seq > 5", [accountId]);
  await expectFound(6, "cut_tail");
});

test("a head that was set back or deleted", async () => {
  await bench.meddle("update journal_head set seq = 7 where account_id = ?", [accountId]);
  await expectFound(RECORDS, "head_altered");
  await bench.meddle("delete from journal_head where account_id = ?", [accountId]);
  await expectFound(RECORDS, "head_altered");
});

test("a tail cut together with its head is found by the checkpoint kept outside", async () => {
  await bench.checkpoints.sign(accountId);
  await bench.addRecords(2, accountId);
  const [{ hash }] = (await bench.rows<{ hash: string }>("select hash from journal_record where account_id = ? and seq = 4", [
    accountId,
  ])) as [{ hash: string }];
  await bench.meddle("delete from journal_record where account_id = ? and seq > 4", [accountId]);
  await bench.meddle("delete from journal_checkpoint where account_id = ?", [accountId]);
  await bench.meddle("update journal_head set seq = 4, hash = ? where account_id = ?", [hash, accountId]);
  await expectFound(5, "cut_tail");
  expect(await bench.verifier.contradictedBy(accountId)).not.toBeNull();
});

import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { verifyExport } from "../../../../server/modules/journal/export/verify-export.js";
import { type JournalBench, openJournal, TESTER, textOf } from "./support/journal-bench.js";

let bench: JournalBench;
beforeAll(async () => {
  bench = await openJournal();
});
afterAll(() => bench.close());

const say = (debtorId: number | null, text: string) =>
  bench.db.inUnitOfWork("test", async () => {
    bench.journal.append(bench.account.id, { type: "thing.said", version: 1, actor: TESTER, debtorId, payload: {}, personal: { text } });
  });
const words = async (debtorId: number) =>
  (await bench.reader.ofDebtor(bench.account.id, debtorId, {}, 10)).map(({ personal }) => personal?.["text"] ?? null);

test("destroying a debtor's key makes the text unreadable and breaks nothing", async () => {
  const { account, clock, db, keys, verifier, service } = bench;
  const [erased, other] = [await bench.addDebtor(), await bench.addDebtor()];
  await say(erased.id, "my name is Ana");
  await say(other.id, "stays 🙂");
  await say(null, "of the account");
  expect(await words(erased.id)).toEqual(["my name is Ana"]);

  await db.inUnitOfWork("test", () => keys.destroy(account.id, "debtor", erased.id));
  expect(await words(erased.id)).toEqual([null]);
  expect(await words(other.id)).toEqual(["stays 🙂"]);
  expect(await verifier.verify(account.id)).toMatchObject({ ok: true, records: 3 });

  const text = await textOf(await service.export(account.id, TESTER));
  // With its blanks: three letters come up in a signature by chance.
  expect(text).not.toContain("my name is Ana");
  expect(text).toContain("of the account");
  expect(await verifyExport(bytes(text))).toMatchObject({ ok: true, erased: 1 });

  // Somebody writes about the debtor once more: the new key does not open what the old one sealed, and that is no damage.
  await clock.runFor(1_000);
  await say(erased.id, "late news");
  expect(await words(erased.id)).toEqual(["late news", null]);
  expect((await verifier.verify(account.id)).ok).toBe(true);
});

test("no personal word stands in clear in the database", async () => {
  const rows = await bench.rows("select * from journal_record where account_id = ?", [bench.account.id]);
  expect(JSON.stringify(rows)).not.toMatch(/stays|account"|late news/);
});

test("half an emoji in a debtor's words does not stop the commit", async () => {
  const debtor = await bench.addDebtor();
  await say(debtor.id, "cut \ud83d");
  expect(await words(debtor.id)).toEqual(["cut \ufffd"]);
  expect((await bench.verifier.verify(bench.account.id)).ok).toBe(true);
});

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

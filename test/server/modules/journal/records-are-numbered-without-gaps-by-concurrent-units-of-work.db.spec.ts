import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type JournalBench, openJournal, TESTER } from "./support/journal-bench.js";

let bench: JournalBench;
beforeAll(async () => {
  bench = await openJournal();
});
afterAll(() => bench.close());

test("four writers at once, one of them failing now and then, leave 1, 2, 3 … and a chain that verifies", async () => {
  const { account, db, journal, store, verifier } = bench;
  const debtors = [await bench.addDebtor(), await bench.addDebtor()];
  let committed = 0;
  const writer = async (name: number) => {
    for (let round = 0; round < 15; round++) {
      const work = db.inUnitOfWork("test", async () => {
        for (let n = 0; n <= round % 4; n++) {
          const debtorId = debtors[(name + n) % 2]!.id;
          journal.append(account.id, {
            type: "thing.done",
            version: 1,
            actor: TESTER,
            debtorId,
            payload: { name, round, n },
            personal: { text: `${name}` },
          });
        }
        if (name === 0 && round % 3 === 0) throw new Error("this one fails");
      });
      await work.then(
        () => (committed += (round % 4) + 1),
        () => {},
      );
    }
  };
  await Promise.all([0, 1, 2, 3].map(writer));

  const seqs = (await store.since(account.id, 0, 1_000)).map(({ seq }) => seq);
  expect(seqs).toEqual(Array.from({ length: committed }, (_, index) => index + 1));
  expect(await verifier.verify(account.id)).toMatchObject({ ok: true, records: committed, head: { seq: committed }, firstBad: null });
});

test("a unit of work over several accounts grows each of their chains", async () => {
  const { db, journal, verifier } = bench;
  const [one, two] = [await bench.addAccount(), await bench.addAccount()];
  const inBoth = (first: number, second: number) =>
    db.inUnitOfWork("test", async () => {
      for (const accountId of [first, second]) journal.append(accountId, { type: "thing.done", version: 1, actor: TESTER, payload: {} });
    });
  await Promise.all(Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? inBoth(one.id, two.id) : inBoth(two.id, one.id))));
  expect(await verifier.verify(one.id)).toMatchObject({ ok: true, records: 8 });
  expect(await verifier.verify(two.id)).toMatchObject({ ok: true, records: 8 });
});

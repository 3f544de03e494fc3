import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type JournalBench, openJournal, TESTER } from "./support/journal-bench.js";

let bench: JournalBench;
beforeAll(async () => {
  bench = await openJournal();
});
afterAll(() => bench.close());

const entry = { type: "thing.done", version: 1, actor: TESTER, payload: {} } as const;

test("records of a unit of work that failed are gone, and their numbers with them", async () => {
  const { account, db, journal, store } = bench;
  await bench.addRecords(2);
  const failing = db.inUnitOfWork("test", async () => {
    journal.append(account.id, entry);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  await bench.addRecords(1);
  expect((await store.since(account.id, 0, 10)).map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

test("a unit of work that is run again after a deadlock appends its records once", async () => {
  const { account, db, journal, store, verifier } = bench;
  const before = (await store.head(account.id))!.seq;
  let attempts = 0;
  await db.inUnitOfWork("test", async () => {
    journal.append(account.id, entry);
    if (++attempts === 1) throw Object.assign(new Error("Deadlock found"), { errno: 1213 });
  });
  expect(attempts).toBe(2);
  expect((await store.head(account.id))!.seq).toBe(before + 1);
  expect((await verifier.verify(account.id)).ok).toBe(true);
});

test("a record appended by another hook before the commit is chained as well", async () => {
  const { account, db, journal, store } = bench;
  const before = (await store.head(account.id))!.seq;
  await db.inUnitOfWork("test", async () => {
    journal.append(account.id, entry);
    db.beforeCommit(async () => void journal.append(account.id, entry));
  });
  expect((await store.head(account.id))!.seq).toBe(before + 2);
});

test("outside a unit of work, about a debtor of another account, or under a wrong name nothing can be appended", async () => {
  const { account, db, journal } = bench;
  const stranger = await bench.addDebtor((await bench.addAccount()).id);
  expect(() => journal.append(account.id, entry)).toThrow("inUnitOfWork");
  await expect(db.inUnitOfWork("test", async () => journal.append(account.id, { ...entry, type: "Done!" }))).rejects.toThrow("no type");
  await expect(db.inUnitOfWork("test", async () => journal.append(account.id, { ...entry, debtorId: stranger.id }))).rejects.toThrow(
    "not in account",
  );
});

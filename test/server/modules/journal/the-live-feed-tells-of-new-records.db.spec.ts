import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type JournalBench, openJournal, TESTER } from "./support/journal-bench.js";

let bench: JournalBench;
beforeAll(async () => {
  bench = await openJournal();
});
afterAll(() => bench.close());

test("at once in the process that wrote them, at the next poll in the others, each number once, never of other accounts", async () => {
  const { account, clock, feed, otherFeed } = bench;
  const other = await bench.addAccount();
  const here: number[] = [];
  const there: number[] = [];
  const end = feed.subscribe(account.id, (seq) => here.push(seq));
  otherFeed.subscribe(account.id, (seq) => there.push(seq));

  await bench.addRecords(3);
  await bench.addRecords(2, other.id);
  expect([here, there]).toEqual([[3], []]);
  await clock.runFor(1_000);
  await clock.runFor(5_000);
  expect([here, there]).toEqual([[3], [3]]);

  end();
  await bench.addRecords(1);
  await clock.runFor(1_000);
  expect([here, there]).toEqual([[3], [3, 4]]);
});

test("a unit of work that fails wakes nobody", async () => {
  const { account, db, feed, journal } = bench;
  const seen: number[] = [];
  feed.subscribe(account.id, (seq) => seen.push(seq));
  const failing = db.inUnitOfWork("test", async () => {
    journal.append(account.id, { type: "thing.done", version: 1, actor: TESTER, payload: {} });
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(seen).toEqual([]);
});

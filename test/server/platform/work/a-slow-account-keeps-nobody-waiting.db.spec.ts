import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { MINUTE } from "../../../../server/shared/instant.js";
import { openRounds, type RoundsBench } from "./support/rounds-bench.js";

let bench: RoundsBench;
let worked: number[];
let release: () => void;
let slow: Promise<void>;
beforeEach(async () => {
  bench = await openRounds();
  worked = [];
  slow = new Promise((resolve) => (release = resolve));
});
afterEach(async () => {
  release();
  await bench.rounds.beforeApplicationShutdown();
  await bench.close();
});

/** Account 1 hangs on its helpdesk. */
const turn = async (accountId: number) => {
  worked.push(accountId);
  if (accountId === 1) await slow;
  return accountId === 1;
};
const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));
/** However long the database takes for it. */
const until = async (so: () => boolean) => {
  while (!so()) await turnOfTheLoop();
};
/** All have begun, and those that do not hang have ended: what they ask of the database was asked before what is asked here. */
const onlyTheSlowOneIsLeft = async () => {
  await until(() => worked.length === 3);
  for (let asked = 0; asked < 20; asked++) await bench.db.rows("select 1 as one");
};

test("the round goes on without it, the next ones leave it at it, and somebody is called when it has done", async () => {
  const calls: string[] = [];
  const first = bench.rounds.forEachAccount("dispatch", turn, () => void calls.push("late"));
  await onlyTheSlowOneIsLeft();
  expect(worked.toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
  bench.clock.pass(6_000);
  expect(await first).toBe(false);
  for (let round = 0; round < 3; round++) {
    worked = [];
    bench.clock.pass(MINUTE);
    await bench.rounds.forEachAccount("dispatch", turn);
    expect(worked.toSorted((a, b) => a - b)).toEqual([2, 3]);
  }
  expect(calls).toEqual([]);
  release();
  await until(() => calls.length > 0);
  expect(calls).toEqual(["late"]);
  worked = [];
  expect(await bench.rounds.forEachAccount("dispatch", turn)).toBe(true);
  expect(worked.toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
});

test("whoever begins a round, another begins the next", async () => {
  const began: number[] = [];
  for (let round = 0; round < 4; round++) {
    worked = [];
    await bench.rounds.forEachAccount("inbox", (accountId) => Promise.resolve(void worked.push(accountId)));
    began.push(worked[0]!);
  }
  expect(began).toEqual([1, 2, 3, 1]);
});

test("a process that ends waits for what it left at it", async () => {
  const first = bench.rounds.forEachAccount("dispatch", turn);
  await onlyTheSlowOneIsLeft();
  bench.clock.pass(6_000);
  await first;
  let ended = false;
  const shutdown = bench.rounds.beforeApplicationShutdown().then(() => (ended = true));
  for (let turns = 0; turns < 50; turns++) await turnOfTheLoop();
  expect(ended).toBe(false);
  release();
  await shutdown;
});

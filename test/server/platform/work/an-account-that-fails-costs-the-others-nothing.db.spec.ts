import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { MINUTE } from "../../../../server/shared/instant.js";
import { openRounds, type RoundsBench } from "./support/rounds-bench.js";

let bench: RoundsBench;
let ill: Set<number>;
let worked: number[];
beforeEach(async () => {
  bench = await openRounds();
  [ill, worked] = [new Set(), []];
});
afterEach(() => bench.close());

const turn = async (accountId: number) => {
  await Promise.resolve();
  if (ill.has(accountId)) throw new SyntaxError("Ana María, +573001234567");
  worked.push(accountId);
};
const round = async (rounds = bench.rounds) => {
  worked = [];
  await rounds.forEachAccount("plan", turn);
  return worked.toSorted((a, b) => a - b);
};

test("the others have their turn, and the failure is told once however often it is tried", async () => {
  ill.add(2);
  expect(await round()).toEqual([1, 3]);
  for (let minute = 0; minute < 5; minute++) {
    bench.clock.pass(MINUTE);
    expect(await round()).toEqual([1, 3]);
  }
  expect(bench.accounts.told).toEqual([{ accountId: 2, kind: "interrupted", work: "plan", problem: "data.malformed" }]);
  const rows = await bench.db.rows("select account_id, work, subject, problem, attempts from parked_work where account_id >= 0");
  expect(rows).toEqual([{ account_id: 2, work: "plan", subject: "account", problem: "data.malformed", attempts: 6 }]);
});

test("when it succeeds again that is told once too, and nothing is left of it", async () => {
  ill.add(2);
  const since = bench.clock.now();
  await round();
  ill.clear();
  bench.clock.pass(MINUTE);
  expect(await round()).toEqual([1, 2, 3]);
  await round();
  expect(bench.accounts.told.slice(1)).toEqual([
    { accountId: 2, kind: "resumed", work: "plan", subject: null, debtorId: null, since, attempts: 1 },
  ]);
  expect(await bench.db.rows("select * from parked_work where account_id >= 0")).toEqual([]);
});

test("a turn in which nothing was due does not end it: then it would be told again and again", async () => {
  ill.add(2);
  await round();
  for (let minute = 0; minute < 3; minute++) {
    bench.clock.pass(MINUTE);
    await bench.rounds.forEachAccount("plan", () => Promise.resolve("not_due" as const));
    bench.clock.pass(MINUTE);
    await round();
  }
  expect(bench.accounts.told.map(({ kind }) => kind)).toEqual(["interrupted"]);
});

test("between two attempts it rests, so that a failure is no tight loop", async () => {
  ill.add(2);
  await round();
  ill.clear();
  expect(await round()).toEqual([1, 3]);
  expect(await bench.rounds.earliest("plan", () => Promise.resolve(null))).toBe(bench.clock.now() + 5_000);
  bench.clock.pass(5_000);
  expect(await round()).toEqual([1, 2, 3]);
});

test("two processes tell it once between them, and either may end it", async () => {
  const other = bench.process();
  ill.add(2);
  await round();
  bench.clock.pass(MINUTE);
  await round(other);
  expect(bench.accounts.told).toHaveLength(1);
  ill.clear();
  bench.clock.pass(MINUTE);
  await round(other);
  await round();
  expect(bench.accounts.told.map(({ kind }) => kind)).toEqual(["interrupted", "resumed"]);
});

test("an account whose journal is broken too fails alone all the same", async () => {
  ill.add(2);
  bench.accounts.deaf.add(2);
  expect(await round()).toEqual([1, 3]);
  expect(await bench.db.rows("select account_id from parked_work where account_id >= 0")).toEqual([{ account_id: 2 }]);
});

test("one account that cannot say what falls due next hides nobody else's", async () => {
  const next = (accountId: number) => (accountId === 2 ? Promise.reject(new Error("no")) : Promise.resolve(1_000 * accountId));
  expect(await bench.rounds.earliest("plan", next)).toBe(1_000);
});

test("nothing of what an error quotes comes into log or table", async () => {
  ill.add(2);
  await round();
  const all = bench.logLines.join("\n") + JSON.stringify(await bench.db.rows("select * from parked_work where account_id >= 0"));
  expect(all).toContain("account.work_failed");
  expect(all).not.toMatch(/Ana|300123/);
});

import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { JobRun } from "../../../../server/platform/clock/job-run.entity.js";
import type { TablesOf } from "../../../../server/platform/database/typed-sql.js";
import { NOBODY_RESTS } from "../../../../server/platform/work/work-rows.js";
import { DomainError } from "../../../../server/shared/errors.js";
import { DAY, HOUR, MINUTE } from "../../../../server/shared/instant.js";
import { openRounds, type RoundsBench } from "./support/rounds-bench.js";

let bench: RoundsBench;
let poisoned: Set<number>;
let error: Error;
let done: number[];
beforeEach(async () => {
  bench = await openRounds();
  [poisoned, done, error] = [new Set(), [], new SyntaxError("Ana María")];
});
afterEach(() => bench.close());

const ROWS = Array.from({ length: 20 }, (_, index) => index + 1);
const on = { accountId: 1, work: "promises", subjectOf: (row: number) => ({ subject: "promise", subjectId: row, debtorId: 100 + row }) };
const handle = async (row: number) => {
  await Promise.resolve();
  if (poisoned.has(row)) throw error;
  done.push(row);
};
/** One unit of work: nothing of it is done where one row fails. */
const batch = async (rows: readonly number[]) => {
  await Promise.resolve();
  if (rows.some((row) => poisoned.has(row))) throw error;
  done.push(...rows);
  return rows.length;
};
/** As a job would: due rows without those that rest. */
const round = async () => {
  done = [];
  const resting = await bench.rows.resting(1, "promises", "promise");
  await bench.rows.each(
    on,
    ROWS.filter((row) => !resting.has(row)),
    handle,
  );
  return done;
};
const parked = () =>
  bench.db.rows<{ subject_id: number; attempts: number }>(
    "select subject_id, attempts from parked_work where account_id = 1 order by subject_id",
  );

test("in the middle of a batch that is worked on one by one, the rest is done", async () => {
  poisoned = new Set([1, 10, 20]);
  await bench.rows.each(on, ROWS, handle);
  expect(done).toEqual(ROWS.filter((row) => !poisoned.has(row)));
  expect((await parked()).map(({ subject_id: id }) => id)).toEqual([1, 10, 20]);
  const told = { accountId: 1, kind: "parked", work: "promises", subject: "promise", debtorId: 110, problem: "data.malformed" };
  expect(bench.accounts.told).toContainEqual(told);
});

test("in the middle of a batch that is one unit of work, the rest is done, and each row once", async () => {
  for (const bad of [[1], [10], [20], [10, 11], [1, 7, 13, 20], ROWS.slice(0, 19)]) {
    poisoned = new Set(bad);
    done = [];
    const counts = await bench.rows.inHalves(on, ROWS, batch);
    expect(done.toSorted((a, b) => a - b)).toEqual(ROWS.filter((row) => !poisoned.has(row)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(20 - bad.length);
  }
});

test("it rests longer each time, is told once, and after the fourth time waits for a person", async () => {
  poisoned.add(10);
  await round();
  for (const [pause, attempts] of [
    [MINUTE, 2],
    [10 * MINUTE, 3],
    [HOUR, 4],
  ] as const) {
    bench.clock.pass(pause - 1);
    expect(await round()).toHaveLength(19);
    expect((await parked())[0]!.attempts).toBe(attempts - 1);
    bench.clock.pass(1);
    await round();
    expect(await parked()).toEqual([{ subject_id: 10, attempts }]);
  }
  bench.clock.pass(30 * DAY);
  poisoned.clear();
  expect(await round()).toHaveLength(19);
  expect(bench.accounts.told).toHaveLength(1);
});

test("when it can be worked on after all, nothing is left of it and that is told", async () => {
  poisoned.add(10);
  await round();
  poisoned.clear();
  bench.clock.pass(MINUTE);
  expect(await round()).toHaveLength(20);
  expect(await parked()).toEqual([]);
  expect(bench.accounts.told.map(({ kind }) => kind)).toEqual(["parked", "resumed"]);
});

test("what would have met any row parks none of them", async () => {
  poisoned.add(10);
  error = new DomainError("unavailable", "host.unreachable", "The helpdesk does not answer.");
  await expect(bench.rows.each(on, ROWS, handle)).rejects.toThrow(error);
  expect(done).toEqual(ROWS.slice(0, 9));
  done = [];
  await expect(bench.rows.inHalves(on, ROWS, batch)).rejects.toThrow(error);
  expect(await parked()).toEqual([]);
});

test("what was committed before the helpdesk went away is handed back, not forgotten", async () => {
  poisoned.add(20);
  let calls = 0;
  const counts = await bench.rows.inHalves(on, ROWS, (rows) => {
    if (++calls === 3) throw new DomainError("unavailable", "host.unreachable", "The helpdesk does not answer.");
    return batch(rows);
  });
  expect(counts).toEqual([10]);
  expect(done).toEqual(ROWS.slice(0, 10));
});

test("a row whose journal is broken rests all the same", async () => {
  poisoned.add(10);
  bench.accounts.deaf.add(1);
  expect(await round()).toHaveLength(19);
  expect(await parked()).toEqual([{ subject_id: 10, attempts: 1 }]);
});

test("those that rest are left out by the query, before its limit", async () => {
  await bench.db.inUnitOfWork("test", () =>
    bench.db.insert(
      "job_run",
      ROWS.map((row) => ({ name: "row", slot: row, started_at: 0, finished_at: null, error: null })),
    ),
  );
  const due = async () => {
    const without = await bench.rows.without(1, "promises", "promise", "j.slot");
    const runs = bench.db.typed<TablesOf<typeof JobRun>>().selectFrom("job_run as j").select("j.slot").where("j.name", "=", "row");
    const rows = await runs.where(without).orderBy("j.slot").limit(3).execute();
    return rows.map(({ slot }) => slot);
  };
  expect(await due()).toEqual([1, 2, 3]);
  poisoned = new Set([1, 2, 3]);
  await round();
  expect(await due()).toEqual([4, 5, 6]);
  expect(await bench.rows.without(2, "promises", "promise", "j.slot")).toBe(NOBODY_RESTS);
  bench.clock.pass(MINUTE);
  expect(await due()).toEqual([1, 2, 3]);
});

import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { entities } from "../../../../server/entities.js";
import { SteppedClock } from "../../../../server/platform/clock/stepped-clock.js";
import { SeededRandom } from "../../../../server/platform/crypto/randomness.js";
import { Database } from "../../../../server/platform/database/database.js";
import { openOrm } from "../../../../server/platform/database/orm.js";
import { createTestDatabase, testDialect } from "../../../support/database.js";

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  const database = await createTestDatabase();
  const orm = await openOrm(database.config, entities);
  db = new Database(orm, new SteppedClock(0), new SeededRandom(1), testDialect());
  close = async () => {
    await orm.close(true);
    await database.drop();
  };
});
afterAll(() => close());

/** Thirty payments at once for the debtors of a file that is being taken in lost to deadlocks five times in a row. */
it("and is not given up after five times", async () => {
  let runs = 0;
  const done = await db.inUnitOfWork("test", async () => {
    await db.rows("select 1 as one");
    if (++runs <= 6) throw Object.assign(new Error("Deadlock found when trying to get lock"), { errno: 1213 });
    return "done";
  });
  expect({ done, runs }).toEqual({ done: "done", runs: 7 });
});

it("but what fails by itself fails at once", async () => {
  let runs = 0;
  const failing = db.inUnitOfWork("test", () => Promise.reject(new Error(`run ${++runs}`)));
  await expect(failing).rejects.toThrow("run 1");
});

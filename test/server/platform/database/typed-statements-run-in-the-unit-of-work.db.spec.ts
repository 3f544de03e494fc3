import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { openPorts } from "../../../../server/boot.js";
import { PAYMENT } from "../../../../server/modules/payments/index.js";
import type { PaymentsTables } from "../../../../server/modules/payments/payments.tables.js";
import { SteppedClock } from "../../../../server/platform/clock/stepped-clock.js";
import { SeededRandom } from "../../../../server/platform/crypto/randomness.js";
import { Database } from "../../../../server/platform/database/database.js";
import { createTestDatabase, testDialect } from "../../../support/database.js";

const ACCOUNT = 1;
let db: Database;
let close: () => Promise<void>;
const statements: string[] = [];

beforeAll(async () => {
  const database = await createTestDatabase();
  const { orm } = await openPorts(database.config, { onStatement: (sql) => void statements.push(sql) });
  db = new Database(orm, new SteppedClock(0), new SeededRandom(1), testDialect());
  close = async () => {
    await orm.close(true);
    await database.drop();
  };
  await db.inUnitOfWork("test", () => db.insert(PAYMENT, [payment("P-1"), payment("P-2")]));
});
afterAll(() => close());
beforeEach(() => void (statements.length = 0));

const payment = (id: string) => ({
  account_id: ACCOUNT,
  public_id: `01936000-0000-7000-8000-0000000000${id.at(-1)}0`,
  source: "api",
  external_id: id,
  amount_minor: 500,
  unallocated_minor: 500,
  currency: "COP",
  value_date: "2026-11-20",
  status: "unidentified",
  received_at: 1_790_000_000_000,
});
const payments = () =>
  db.typed<PaymentsTables>().selectFrom(PAYMENT).select(["external_id", "unallocated_minor"]).where("account_id", "=", ACCOUNT);
const left = async () => (await payments().orderBy("external_id").execute()).map((row) => row.unallocated_minor);
const take = (id: string, minor: number) =>
  db
    .typed<PaymentsTables>()
    .updateTable(PAYMENT)
    .set((is) => ({ unallocated_minor: is("unallocated_minor", "-", minor) }))
    .where("account_id", "=", ACCOUNT)
    .where("external_id", "=", id)
    .where("unallocated_minor", ">=", minor)
    .executeTakeFirst();

test("what was written in a unit of work is read in it, and is gone when it fails", async () => {
  const failing = db.inUnitOfWork("test", async () => {
    await take("P-1", 200);
    expect(await left()).toEqual([300, 500]);
    throw new Error("no");
  });
  await expect(failing).rejects.toThrow("no");
  expect(await left()).toEqual([500, 500]);
});

test("a move says how many rows it moved", async () => {
  const moved = await db.inUnitOfWork("test", async () => [await take("P-1", 100), await take("P-2", 600)]);
  expect(moved.map(({ numUpdatedRows }) => numUpdatedRows)).toEqual([1n, 0n]);
});

test("nothing is written outside a unit of work, and no transaction is opened beside it", async () => {
  await expect(take("P-1", 1)).rejects.toThrow("needs a unit of work");
  await expect(
    db
      .typed<PaymentsTables>()
      .transaction()
      .execute(() => left()),
  ).rejects.toThrow("inUnitOfWork");
  expect(() => db.held(payments())).toThrow("needs a unit of work");
});

test("rows are held on a server, and those who watch statements see them", async () => {
  await db.inUnitOfWork("test", async () => {
    expect(await db.held(payments()).execute()).toHaveLength(2);
    expect(await db.free(payments()).execute()).toHaveLength(2);
  });
  const seen = statements.filter((sql) => sql.includes("payment"));
  const holds = testDialect() === "mysql" ? [/for update/, /for update skip locked/] : [/payment/, /payment/];
  expect(seen).toEqual(holds.map((hold) => expect.stringMatching(hold)));
  // Values stay out of what is seen.
  expect(seen.every((sql) => /account_id. = \?/.test(sql))).toBe(true);
});

test("a reader who waits for the connection keeps the unit of work that has it from nothing", async () => {
  const begun = Promise.withResolvers<void>();
  const reading = begun.promise.then(() => left());
  await db.inUnitOfWork("test", async () => {
    await left();
    begun.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    expect(await left()).toHaveLength(2);
  });
  expect(await reading).toHaveLength(2);
});

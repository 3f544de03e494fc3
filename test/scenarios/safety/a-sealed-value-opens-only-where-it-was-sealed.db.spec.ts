import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { openContext, openPorts } from "../../../server/boot.js";
import { SteppedClock } from "../../../server/platform/clock/stepped-clock.js";
import { KeyRing } from "../../../server/platform/crypto/key-ring.js";
import { newKeys } from "../../../server/platform/crypto/keys.js";
import { SystemEntropy } from "../../../server/platform/crypto/randomness.js";
import { Sealer } from "../../../server/platform/crypto/seal.js";
import { Database } from "../../../server/platform/database/database.js";
import { Logger } from "../../../server/platform/observability/logger.js";
import { createTestDatabase, type TestDatabase } from "../../support/database.js";
import { FRIDAY_TEN } from "../../support/desk.js";

const ACCOUNT = 1;
const OTHER_ACCOUNT = 2;
const DEBTOR = 7;
const OTHER_DEBTOR = 8;
const PLACE = { accountId: ACCOUNT, table: "debtor", column: "name_sealed", row: "0193aaaa-0000-7000-8000-000000000001" };

let database: TestDatabase;
let app: Awaited<ReturnType<typeof open>>;
let db: Database;
let ring: KeyRing;
let sealer: Sealer;
let sealed: string;

const open = async () =>
  openContext(await openPorts(database.config, { clock: new SteppedClock(FRIDAY_TEN), logger: new Logger("silent"), ticks: "none" }));

beforeAll(async () => {
  database = await createTestDatabase();
  app = await open();
  [db, ring, sealer] = [app.get(Database), app.get(KeyRing), app.get(Sealer)];
  sealed = await db.inUnitOfWork("test", async () => {
    for (const [account, debtor] of [
      [ACCOUNT, DEBTOR],
      [ACCOUNT, OTHER_DEBTOR],
      [OTHER_ACCOUNT, DEBTOR],
    ] as const)
      await ring.debtor(account, debtor);
    return sealer.seal(await ring.debtor(ACCOUNT, DEBTOR), PLACE, "Marisol Quintero");
  });
});
afterAll(async () => {
  await app?.close();
  await database?.drop();
});

test("it opens in its own place with its own key", async () => {
  expect(sealer.open(await ring.debtor(ACCOUNT, DEBTOR), PLACE, sealed)).toBe("Marisol Quintero");
});

for (const [what, change] of Object.entries({
  "another row": { row: "0193aaaa-0000-7000-8000-000000000002" },
  "another column": { column: "note_sealed" },
  "another table": { table: "hold" },
  "another account": { accountId: OTHER_ACCOUNT },
})) {
  test(`moved to ${what} it does not open`, async () => {
    const key = await ring.debtor(ACCOUNT, DEBTOR);
    expect(() => sealer.open(key, { ...PLACE, ...change }, sealed)).toThrow(/does not open/);
  });
}

test("the key of another debtor, or of the same number in another account, does not open it", async () => {
  for (const key of [
    await ring.debtor(ACCOUNT, OTHER_DEBTOR),
    await ring.debtor(OTHER_ACCOUNT, DEBTOR),
    await ring.account(ACCOUNT).catch(() => null),
  ]) {
    if (key) expect(() => sealer.open(key, PLACE, sealed)).toThrow(/does not open/);
  }
});

test("one altered character and it does not open", async () => {
  const key = await ring.debtor(ACCOUNT, DEBTOR);
  const middle = Math.floor(sealed.length / 2);
  const altered = sealed.slice(0, middle) + (sealed[middle] === "A" ? "B" : "A") + sealed.slice(middle + 1);
  expect(() => sealer.open(key, PLACE, altered)).toThrow(/does not open/);
});

test("a wrapped key copied to another debtor's row in the database unwraps nothing there", async () => {
  const fresh = await open();
  try {
    await db.inUnitOfWork("test", async () => {
      const row = await db.row<{ wrapped: string }>("select wrapped from data_key where account_id = ? and subject_id = ?", [
        ACCOUNT,
        DEBTOR,
      ]);
      await db.run("update data_key set wrapped = ? where account_id = ? and subject_id = ?", [row?.wrapped ?? "", ACCOUNT, OTHER_DEBTOR]);
    });
    await expect(fresh.get(KeyRing).debtor(ACCOUNT, OTHER_DEBTOR)).rejects.toThrow(/does not open/);
  } finally {
    await fresh.close();
  }
});

test("a key that was rolled back with its unit of work is not used again", async () => {
  const used = db.inUnitOfWork("test", async () => {
    // Made, then read again in the same unit of work, as an account's first secrets are.
    await ring.debtor(ACCOUNT, 99);
    await ring.debtor(ACCOUNT, 99);
    throw new Error("rolled back");
  });
  await expect(used).rejects.toThrow("rolled back");
  const key = await db.inUnitOfWork("test", () => ring.debtor(ACCOUNT, 99));
  const fresh = await open();
  try {
    expect((await fresh.get(KeyRing).debtor(ACCOUNT, 99)).equals(key)).toBe(true);
  } finally {
    await fresh.close();
  }
});

test("with another master key Saldo does not start, and says what to do", async () => {
  const keys = newKeys(new SystemEntropy());
  const config = { ...database.config, masterKey: keys.master, signingKey: keys.signing };
  const ports = await openPorts(config, { clock: new SteppedClock(FRIDAY_TEN), logger: new Logger("silent"), ticks: "none" });
  await expect(openContext(ports)).rejects.toThrow(/master key is not the one.*SALDO_MASTER_KEY/);
  await ports.orm.close(true);
});

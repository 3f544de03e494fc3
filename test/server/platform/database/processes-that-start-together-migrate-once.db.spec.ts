import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { openContext, openPorts } from "../../../../server/boot.js";
import { entities } from "../../../../server/entities.js";
import { migrate } from "../../../../server/platform/database/migrate.js";
import { openOrm } from "../../../../server/platform/database/orm.js";
import { Logger } from "../../../../server/platform/observability/logger.js";
import { createTestDatabase, type TestDatabase, testDialect } from "../../../support/database.js";

const TOGETHER = 4;

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

test("a first start of several: each of them runs, on one schema and with the same keys", async () => {
  const starts = Array.from({ length: TOGETHER }, async () => {
    const app = await openContext(await openPorts(database.config, { ticks: "none", logger: new Logger("silent") }));
    return () => app.close();
  });
  const outcomes = await Promise.allSettled(starts);
  for (const outcome of outcomes) if (outcome.status === "fulfilled") await outcome.value();
  expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
});

test("every migration ran in one of them, and in one only", async () => {
  const orms = await Promise.all(Array.from({ length: TOGETHER }, () => openOrm(database.config, entities)));
  const ran = (await Promise.all(orms.map((orm) => migrate(orm)))).flat();
  const recorded = await orms[0]!.em.execute<{ name: string }[]>("select name from mikro_orm_migrations");
  await Promise.all(orms.map((orm) => orm.close(true)));
  expect(ran.sort()).toEqual(recorded.map(({ name }) => name).sort());
  expect(new Set(ran).size).toBe(ran.length);
  expect(ran.length).toBeGreaterThan(1);
});

test("a migration that fails by itself fails at once, and gives the lock back", async () => {
  const orm = await openOrm(database.config, entities);
  // In the way of a later migration.
  const [last] = (await orm.migrator.getPending()).slice(-1);
  expect(last).toBeDefined();
  await orm.em.execute("create table parked_work (something_else integer)");
  await expect(migrate(orm)).rejects.toThrow(/already exists/);
  await orm.em.execute("drop table parked_work");
  await dropAll(orm);
  await orm.close(true);
  const again = await openOrm(database.config, entities);
  expect((await migrate(again)).length).toBeGreaterThan(1);
  await again.close(true);
});

/** MySQL commits a half-done schema; SQLite has rolled it back. */
async function dropAll(orm: Awaited<ReturnType<typeof openOrm>>): Promise<void> {
  if (testDialect() === "sqlite") return;
  const tables = await orm.em.execute<{ name: string }[]>(
    "select table_name as name from information_schema.tables where table_schema = database()",
  );
  await orm.em.execute("set foreign_key_checks = 0");
  for (const { name } of tables) await orm.em.execute(`drop table ${name}`);
}

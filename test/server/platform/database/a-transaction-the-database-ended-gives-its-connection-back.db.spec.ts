import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { entities } from "../../../../server/entities.js";
import { SystemClock } from "../../../../server/platform/clock/system-clock.js";
import { SeededRandom } from "../../../../server/platform/crypto/randomness.js";
import { Database } from "../../../../server/platform/database/database.js";
import { openOrm } from "../../../../server/platform/database/orm.js";
import { createTestDatabase, type TestDatabase, testDialect } from "../../../support/database.js";

/** More than the pool has connections, so that each one that is not given back is missed. */
const TIMES = 20;
const BIG = "x".repeat(20_000);
const onSqlite = testDialect() === "sqlite" ? test : test.skip;
const onMysql = testDialect() === "mysql" ? test : test.skip;

let database: TestDatabase;
let orm: Awaited<ReturnType<typeof openOrm>>;
let db: Database;
beforeAll(async () => {
  database = await createTestDatabase();
  orm = await openOrm(database.config, entities);
  db = new Database(orm, new SystemClock(), new SeededRandom(1), testDialect());
  const keys = testDialect() === "sqlite" ? "" : " engine=innodb";
  await orm.em.execute(`create table note (id integer primary key, text text not null)${keys}`);
  await orm.em.execute(`create table job_run (id integer primary key ${testDialect() === "sqlite" ? "" : "auto_increment"},
    name varchar(64), slot bigint, started_at bigint, finished_at bigint, error varchar(255), unique (name, slot))`);
});
afterAll(async () => {
  await orm?.close(true);
  await database?.drop();
});

const add = (id: number, text = "a note") => db.run("insert into note (id, text) values (?, ?)", [id, text]);
const ids = async () => (await db.rows<{ id: number }>("select id from note order by id")).map(({ id }) => id);
const pragma = (sql: string) => orm.em.execute<Record<string, number>[]>(`pragma ${sql}`);

onSqlite("a full file ends the unit of work with what was wrong, and the next one writes as soon as there is room", async () => {
  const [pages] = await pragma("page_count");
  await pragma(`max_page_count = ${pages!["page_count"]}`);
  for (let time = 0; time < TIMES; time++) {
    await expect(db.inUnitOfWork("test", () => add(1, BIG))).rejects.toMatchObject({ code: "SQLITE_FULL" });
    expect(db.trouble).toBe("full");
  }
  expect(await ids()).toEqual([]);
  await pragma("max_page_count = 1073741823");
  await db.inUnitOfWork("test", () => add(1, BIG));
  expect(await ids()).toEqual([1]);
});

onSqlite("what is written after the database has given up is not written for itself, whoever swallows the failure", async () => {
  const [pages] = await pragma("page_count");
  await pragma(`max_page_count = ${pages!["page_count"]}`);
  const unit = db.inUnitOfWork("test", async () => {
    await add(2, BIG).catch(() => null);
    await add(3).catch(() => null);
  });
  await expect(Promise.race([unit, settled(unit)])).rejects.toMatchObject({ code: "SQLITE_FULL" });
  await pragma("max_page_count = 1073741823");
  expect(await ids()).toEqual([1]);
});

onSqlite("a commit that is refused is rolled back, and one SQLite has rolled back itself is over", async () => {
  await orm.em.execute("create table child (note_id integer references note (id) deferrable initially deferred)");
  await expect(db.inUnitOfWork("test", () => db.run("insert into child (note_id) values (99)"))).rejects.toMatchObject({
    code: "SQLITE_CONSTRAINT_FOREIGNKEY",
  });
  // What the full disk does at the commit: the commit fails, and nothing is left to roll back.
  await expect(db.inUnitOfWork("test", () => rawRollback())).rejects.toThrow(/no transaction is active/);
  await db.inUnitOfWork("test", () => add(4));
  expect(await ids()).toEqual([1, 4]);
});

onMysql("a connection that is lost in the middle, or in the commit, is not missed afterwards", async () => {
  for (let time = 0; time < TIMES; time++) {
    const unit = db.inUnitOfWork("test", async () => {
      const row = await db.row<{ id: number }>("select connection_id() as id");
      await add(100 + time);
      await orm.em.execute(`kill connection ${row!.id}`);
      if (time % 2 === 0) await add(200 + time);
    });
    await expect(unit).rejects.toThrow(/closed|lost|ended|killed/i);
    expect(db.trouble).toBe("unreachable");
  }
  expect(await ids()).toEqual([]);
  await db.inUnitOfWork("test", () => add(1));
  expect(await ids()).toEqual([1]);
});

onMysql("a deadlock that somebody swallows is not committed by half: the whole unit of work runs again", async () => {
  await db.inUnitOfWork("test", async () => void (await Promise.all([add(10), add(11)])));
  const runs = { first: 0, second: 0 };
  let meet!: () => void;
  const met = new Promise<void>((resolve) => (meet = resolve));
  const touch = (id: number) => db.run("update note set text = concat(text, '+') where id = ?", [id]);
  const first = db.inUnitOfWork("first", async () => {
    runs.first++;
    await touch(10);
    if (runs.first === 1) await met;
    await touch(11).catch(() => null);
  });
  const second = db.inUnitOfWork("second", async () => {
    runs.second++;
    await touch(11);
    meet();
    await touch(10).catch(() => null);
  });
  await Promise.all([first, second]);
  expect(runs.first + runs.second).toBe(3);
  expect((await db.rows<{ text: string }>("select text from note where id in (10, 11)")).map(({ text }) => text)).toEqual([
    "a note++",
    "a note++",
  ]);
});

test("trouble is forgotten when what was impossible works again, and not before", async () => {
  await db.probe();
  expect(db.trouble).toBeNull();
  await db.probe();
  expect(db.longestUnit()).toBe(0);
});

async function settled(unit: Promise<unknown>): Promise<never> {
  await unit;
  throw new Error("The unit of work said that all is well");
}

async function rawRollback(): Promise<void> {
  const native = (await orm.em.getConnection().getNativeClient()) as { exec(sql: string): void };
  native.exec("rollback");
}

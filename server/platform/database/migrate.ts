import { setTimeout as pause } from "node:timers/promises";
import type { MikroORM } from "@mikro-orm/sql";
import { troubleOf } from "./trouble.js";

/** A migration of a large table takes minutes; whoever waits longer than this waits for something that hangs. */
const LONGEST_WAIT_MS = 15 * 60_000;
const LOOK_AGAIN_MS = 250;

/**
 * Brings the schema up to date, one process at a time; returns the names of the migrations that ran here.
 * Processes of a deployment start together: the first one migrates, the others wait and find nothing left to do.
 */
export function migrate(orm: MikroORM, guards: readonly string[] = []): Promise<string[]> {
  const sqlite = orm.config.getDriver().getPlatform().constructor.name.toLowerCase().includes("sqlite");
  return sqlite ? untilAlone(orm, guards) : underLock(orm, () => run(orm, guards));
}

async function run(orm: MikroORM, guards: readonly string[]): Promise<string[]> {
  const ran = await orm.migrator.up();
  await installGuards(orm, guards);
  return ran.map((migration) => migration.name);
}

/** A lock of the server's, held by one connection and gone with it. Its name is the server's, too, so it carries the database's. */
async function underLock<T>(orm: MikroORM, work: () => Promise<T>): Promise<T> {
  const em = orm.em.fork();
  await em.begin();
  try {
    const name = `substr(concat('saldo.migrate.', sha2(database(), 256)), 1, 64)`;
    const [lock] = await em.execute<{ held: number | null }[]>(`select get_lock(${name}, ${LONGEST_WAIT_MS / 1_000}) as held`);
    if (lock?.held !== 1)
      throw new Error("Another process has been changing the database for a quarter of an hour. Look what it waits for.");
    try {
      return await work();
    } finally {
      await em.execute(`do release_lock(${name})`);
    }
  } finally {
    await em.rollback();
  }
}

/** SQLite changes a schema in a transaction: who met another at it has changed nothing, and looks again. */
async function untilAlone(orm: MikroORM, guards: readonly string[]): Promise<string[]> {
  for (let waited = 0; ; waited += LOOK_AGAIN_MS) {
    let due = Number.POSITIVE_INFINITY;
    try {
      due = (await orm.migrator.getPending()).length;
      return await migrateFile(orm, guards);
    } catch (error) {
      const another = troubleOf(error) === "busy" || (await stillDue(orm)) < due;
      if (!another || waited >= LONGEST_WAIT_MS) throw error;
      await pause(LOOK_AGAIN_MS);
    }
  }
}

async function stillDue(orm: MikroORM): Promise<number> {
  return (await orm.migrator.getPending()).length;
}

/**
 * Foreign keys are switched off around the run and checked after it: MikroORM's table rebuilds would otherwise delete child rows silently
 * (a pragma inside its transaction has no effect).
 */
async function migrateFile(orm: MikroORM, guards: readonly string[]): Promise<string[]> {
  await orm.em.execute("pragma foreign_keys = off");
  try {
    const ran = await run(orm, guards);
    const broken = await orm.em.execute<object[]>("pragma foreign_key_check");
    if (broken.length > 0)
      throw new Error(`A migration left ${broken.length} rows without their parent; restore the backup and report this`);
    return ran;
  } finally {
    await orm.em.execute("pragma foreign_keys = on");
  }
}

/** Triggers need a privilege some hosted databases refuse; the journal's proof does not depend on them. */
async function installGuards(orm: MikroORM, guards: readonly string[]): Promise<void> {
  for (const sql of guards) {
    try {
      await orm.em.execute(sql);
    } catch (error) {
      if (!/denied|privilege|SUPER|log_bin_trust|already exists/i.test(String((error as Error).message))) throw error;
    }
  }
}

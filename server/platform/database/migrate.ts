import type { MikroORM } from "@mikro-orm/sql";

/**
 * Brings the schema up to date; returns the names of the migrations that ran.
 * On SQLite foreign keys are switched off around the run and checked after it: MikroORM's table rebuilds
 * would otherwise delete child rows silently (a pragma inside its transaction has no effect).
 */
export async function migrate(orm: MikroORM, guards: readonly string[] = []): Promise<string[]> {
  const sqlite = orm.config.getDriver().getPlatform().constructor.name.toLowerCase().includes("sqlite");
  if (!sqlite) {
    const ran = await orm.migrator.up();
    await installGuards(orm, guards);
    return ran.map((migration) => migration.name);
  }
  await orm.em.execute("pragma foreign_keys = off");
  try {
    const ran = await orm.migrator.up();
    const broken = await orm.em.execute<object[]>("pragma foreign_key_check");
    if (broken.length > 0)
      throw new Error(`A migration left ${broken.length} rows without their parent; restore the backup and report this`);
    await installGuards(orm, guards);
    return ran.map((migration) => migration.name);
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

/** Names of migrations that have not run yet. */
export async function pendingMigrations(orm: MikroORM): Promise<string[]> {
  return (await orm.migrator.getPending()).map((migration) => migration.name);
}

import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import type { EntitySchema, MigrationObject, Options } from "@mikro-orm/core";
import { Migrator } from "@mikro-orm/migrations";
import { MikroORM as MySqlOrm, defineConfig as defineMySql } from "@mikro-orm/mysql";
import type { MikroORM } from "@mikro-orm/sql";
import { MikroORM as SqliteOrm, defineConfig as defineSqlite } from "@mikro-orm/sqlite";
import type { Config } from "../config/config.js";
import { bindStatements } from "./bound-statements.js";
import { isRetryable } from "./retryable.js";
import { cacheStatements, type Preparing } from "./statement-cache.js";
import { forgiveRollbacks, guardTransactions, type Transacting } from "./transaction-guard.js";
import { troubleOf } from "./trouble.js";
import { migrations as mysqlMigrations } from "../../../migrations/mysql/index.js";
import { migrations as sqliteMigrations } from "../../../migrations/sqlite/index.js";

/** Sees each statement with its parameters left out; the tenancy test scans them. */
export type StatementListener = (sql: string) => void;

type Entities = readonly EntitySchema[];

/** Options shared by the running server and the migration generator. */
export function ormOptions(config: Config, entities: Entities, migrations: readonly MigrationObject[], listener?: StatementListener) {
  return {
    entities: [...entities],
    extensions: [Migrator],
    forceUtcTimezone: true,
    discovery: { warnWhenNoEntities: false },
    // A mistyped database name must fail, not make an empty database.
    ensureDatabase: false,
    // The snapshot is rewritten from the live database when it differs, and on MariaDB it always differs.
    migrations: { snapshot: false, migrationsList: [...migrations], silent: true, transactional: true, allOrNothing: true },
    ...(listener ? { debug: ["query"] as ["query"], colors: false, logger: (line: string) => listener(line) } : {}),
  } satisfies Partial<Options>;
}

/** Opens the database named by the configuration. MySQL: UTC, READ COMMITTED, plain integers, no silent date conversion. */
export async function openOrm(config: Config, entities: Entities, listener?: StatementListener): Promise<MikroORM> {
  if (config.database.dialect === "sqlite") {
    const { path } = config.database;
    if (path !== ":memory:") keepPrivate(path);
    const orm = await SqliteOrm.init(defineSqlite({ ...ormOptions(config, entities, sqliteMigrations, listener), dbName: path }));
    await orm.em.execute("pragma journal_mode = wal");
    await orm.em.execute(`pragma synchronous = ${config.durable ? "full" : "off"}`);
    await orm.em.execute("pragma busy_timeout = 5000");
    const connection = orm.em.getConnection();
    const database = (await connection.getNativeClient()) as Preparing & Transacting;
    cacheStatements(database);
    forgiveRollbacks(database);
    bindStatements(connection, database);
    guardTransactions(connection, () => !database.inTransaction);
    return orm;
  }
  const orm = await MySqlOrm.init(
    defineMySql({
      ...ormOptions(config, entities, mysqlMigrations, listener),
      clientUrl: config.database.url,
      charset: "utf8mb4",
      collate: "utf8mb4_bin",
      pool: { min: 0, max: 16 },
      driverOptions: { charset: "utf8mb4_bin", connectTimeout: 5_000 },
    }),
  );
  guardTransactions(orm.em.getConnection(), (error) => isRetryable(error) || troubleOf(error) === "unreachable");
  return orm;
}

/** Names and numbers are sealed in it, the rest is not: nobody but the owner reads the file, nor those SQLite puts beside it, which take after it. */
function keepPrivate(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, "a", 0o600));
  for (const file of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(file)) chmodSync(file, 0o600);
}

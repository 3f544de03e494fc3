import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { startServices } from "../../support/services/index.mjs";
import { runSide } from "./side.mjs";

/** Every commit reaches the disk, and the data fits into memory: what a production server is set to. */
const SETTINGS = {
  innodb_flush_log_at_trx_commit: 1,
  innodb_buffer_pool_size: 2 * 1024 ** 3,
  innodb_log_file_size: 1024 ** 3,
};

/** Not one that the workers of the test suite use. */
const REDIS_DATABASE = 9;

/**
 * A private MariaDB with production durability; one that somebody brought (SALDO_TEST_MYSQL_URL) keeps its own settings, and they are said.
 * @returns {Promise<{ describe: string, create(): Promise<BenchDatabase>, stop(): Promise<void> }>}
 */
export async function openServer() {
  // On the disk: in memory a commit would cost nothing, and Saldo makes more of them than the statements it is compared with.
  const { env, stop } = await startServices(["mysql", "redis"], { scratch: tmpdir() });
  const own = env.SALDO_TEST_MYSQL_URL;
  const url = (own ?? process.env.SALDO_TEST_MYSQL_URL).replace(/\/+$/, "");
  const redis = (env.SALDO_TEST_REDIS_URL ?? process.env.SALDO_TEST_REDIS_URL).replace(/\/+$/, "");
  const databases = [];
  const create = async () => {
    const database = await BenchDatabase.create(url, redis, databases[0]);
    databases.push(database);
    return database;
  };
  // A server that somebody brought lives on: what was made on it goes, and no connection to it keeps this process.
  const close = async () => {
    for (const database of databases) await database.drop().catch((error) => console.error(error.message));
    await stop();
  };
  const connection = await createConnection(url);
  try {
    // What a server does not let change while it runs (the log's size on an older MySQL) stays as it is.
    if (own) for (const [name, value] of Object.entries(SETTINGS)) await connection.query(`set global ${name} = ${value}`).catch(() => {});
    const [[is]] = await connection.query("select version() as version, @@innodb_flush_log_at_trx_commit as flush");
    if (own && is.flush !== 1) throw new Error("The database server does not flush at every commit: its figures would be worth nothing");
    return { describe: `${is.version}, innodb_flush_log_at_trx_commit=${is.flush}`, create, stop: close };
  } catch (error) {
    await stop();
    throw error;
  } finally {
    await connection.end();
  }
}

/** One database with Saldo's schema; `sql` is a connection for filling and judging it, never for measuring. */
class BenchDatabase {
  static async create(server, redis, template) {
    const database = new BenchDatabase();
    database.directory = mkdtempSync(join(tmpdir(), "saldo-bench-"));
    database.name = `saldo_bench_${randomBytes(6).toString("hex")}`;
    database.sql = await createConnection({ uri: server, charset: "utf8mb4_bin" });
    await database.sql.query(`create database ${database.name} character set utf8mb4 collate utf8mb4_bin`);
    await database.sql.query(`use ${database.name}`);
    database.environment = {
      NODE_ENV: "development",
      SALDO_LOG_LEVEL: "silent",
      // As production is set up: with Redis, a process that has work to give wakes others and does not do it itself.
      SALDO_ROLE: "web",
      SALDO_REDIS_URL: `${redis}/${REDIS_DATABASE}`,
      SALDO_DATABASE_URL: `${server}/${database.name}`,
      SALDO_DATA_DIR: database.directory,
    };
    if (template) await database.#copySchema(template);
    else await runSide("harness/schema.side.mjs", database.environment, {});
    return database;
  }

  /** Tables as another database has them: to start Saldo for each takes longer than a short run. */
  async #copySchema({ name }) {
    for (const table of await tablesOf(this.sql, name)) await this.sql.query(`create table ${table} like ${name}.${table}`);
    await this.sql.query(`insert into mikro_orm_migrations select * from ${name}.mikro_orm_migrations`);
  }

  /** Rows per table; empty tables are left out. */
  async counts() {
    const counts = {};
    for (const name of await tablesOf(this.sql, this.name)) {
      const [[{ number }]] = await this.sql.query(`select count(*) as number from ${name}`);
      if (number > 0) counts[name] = number;
    }
    return counts;
  }

  /** Number and checksum of the rows of a table in these columns (`a, b, c`), whatever the order of the rows. */
  async fingerprint(table, columns) {
    const cells = columns.split(", ").map((column) => `coalesce(${column}, '-')`);
    const row = `crc32(concat_ws('|', ${cells.join(", ")}))`;
    const [[{ number, mixed, total }]] = await this.sql.query(
      `select count(*) as number, coalesce(bit_xor(${row}), 0) as mixed, coalesce(sum(${row}), 0) as total from ${table}`,
    );
    return { rows: number, checksum: `${mixed}.${total}` };
  }

  /** Emptied without a trace: deleted rows would be swept up behind the next run's back. */
  async empty(tables) {
    for (const table of tables) await this.sql.query(`truncate table ${table}`);
  }

  async drop() {
    await this.sql.query(`drop database ${this.name}`);
    await this.sql.end();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

async function tablesOf(sql, database) {
  const [tables] = await sql.query(
    "select table_name as name from information_schema.tables where table_schema = ? and table_type = 'BASE TABLE' order by table_name",
    [database],
  );
  return tables.map(({ name }) => name);
}

import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createConnection } from "mysql2/promise";
import { type Config, readConfig } from "../../server/platform/config/config.js";

export interface TestDatabase {
  /** What a child process needs to use this database. */
  readonly environment: Readonly<Record<string, string>>;
  readonly config: Config;
  /** Removes the database and its directory; close the ORM first. */
  drop(): Promise<void>;
}

/** The database the running Jest project is about; the pure project has none. */
export function testDialect(): "sqlite" | "mysql" {
  const { SALDO_TEST_DB: name } = globalThis as { SALDO_TEST_DB?: unknown };
  if (name === "sqlite" || name === "mysql") return name;
  throw new Error("This test needs a database: name its file *.db.spec.ts, so that it runs in the sqlite and mysql projects");
}

/**
 * An empty database of its own, in a temporary data directory of its own. `environment` overrides or adds variables.
 * SQLite is a file, so that a second process may look; the caller migrates.
 */
export async function createTestDatabase(environment: Readonly<Record<string, string>> = {}): Promise<TestDatabase> {
  const directory = mkdtempSync(join(tmpdir(), "saldo-test-"));
  const database =
    testDialect() === "mysql" ? await createOnServer() : { url: `sqlite:${join(directory, "saldo.sqlite")}`, drop: async () => {} };
  const all = { NODE_ENV: "test", SALDO_LOG_LEVEL: "silent", SALDO_DATABASE_URL: database.url, SALDO_DATA_DIR: directory, ...environment };
  return {
    environment: all,
    config: readConfig(all),
    async drop() {
      await database.drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Redis for this Jest worker alone: parallel files use different logical databases, so that one may flush its own. */
export function testRedisUrl(): string {
  return `${serviceUrl("SALDO_TEST_REDIS_URL")}/${process.env["JEST_WORKER_ID"] ?? "1"}`;
}

async function createOnServer() {
  const server = serviceUrl("SALDO_TEST_MYSQL_URL");
  const name = `saldo_test_${randomBytes(8).toString("hex")}`;
  await onServer(server, `create database ${name} character set utf8mb4 collate utf8mb4_bin`);
  return { url: `${server}/${name}`, drop: () => onServer(server, `drop database ${name}`) };
}

async function onServer(url: string, sql: string): Promise<void> {
  const connection = await createConnection(url);
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}

function serviceUrl(variable: string): string {
  const url = process.env[variable];
  if (!url)
    throw new Error(`${variable} is not set: run the suite with npm test, or start the services with node test/support/services/start.mjs`);
  return url.replace(/\/+$/, "");
}

import { LRUCache } from "lru-cache";

/** What is used of a better-sqlite3 database. */
export interface Preparing {
  prepare(sql: string): object;
}

/** Statements are few and long-lived; lists of ids of every length are what fills it. */
const MOST = 400;

/**
 * Keeps compiled statements of an SQLite connection: the driver compiles each one anew, and compiling costs more than running for most of
 * them. SQLite itself compiles again what a change of the schema outdated. The least recently used is dropped first.
 */
export function cacheStatements(database: Preparing, most = MOST): void {
  const compile = database.prepare.bind(database);
  const known = new LRUCache<string, object>({ max: most });
  database.prepare = (sql: string) => {
    const statement = known.get(sql) ?? compile(sql);
    known.set(sql, statement);
    return statement;
  };
}

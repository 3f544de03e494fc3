export type DialectName = "sqlite" | "mysql";

export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/**
 * The four statements that differ between SQLite and MySQL/MariaDB. Everything else in the server is one text for both.
 * SQLite has one writer, so a claim or lock needs no clause there: the transaction is the lock.
 */
export interface Dialect {
  readonly name: DialectName;
  /** Takes due rows that no other worker holds; rows held elsewhere are skipped, not waited for. */
  claim(select: string): string;
  /** Waits for the rows and holds them until the commit. */
  lock(select: string): string;
  insertIgnore(table: string, columns: readonly string[], rows: number): string;
  upsert(table: string, columns: readonly string[], keys: readonly string[], update: readonly string[], rows: number): string;
}

export const sqliteDialect: Dialect = {
  name: "sqlite",
  claim: (select) => select,
  lock: (select) => select,
  insertIgnore: (table, columns, rows) => `insert or ignore into ${table} (${columns.join(", ")}) values ${values(columns.length, rows)}`,
  upsert: (table, columns, keys, update, rows) =>
    `insert into ${table} (${columns.join(", ")}) values ${values(columns.length, rows)} ` +
    `on conflict (${keys.join(", ")}) do update set ${update.map((column) => `${column} = excluded.${column}`).join(", ")}`,
};

export const mysqlDialect: Dialect = {
  name: "mysql",
  claim: (select) => `${select} for update skip locked`,
  lock: (select) => `${select} for update`,
  insertIgnore: (table, columns, rows) => `insert ignore into ${table} (${columns.join(", ")}) values ${values(columns.length, rows)}`,
  // VALUES() rather than a row alias: MariaDB has no alias, MySQL still reads VALUES().
  upsert: (table, columns, _keys, update, rows) =>
    `insert into ${table} (${columns.join(", ")}) values ${values(columns.length, rows)} ` +
    `on duplicate key update ${update.map((column) => `${column} = values(${column})`).join(", ")}`,
};

function values(columns: number, rows: number): string {
  const row = `(${Array.from({ length: columns }, () => "?").join(", ")})`;
  return Array.from({ length: rows }, () => row).join(", ");
}

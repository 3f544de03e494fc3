export type DialectName = "sqlite" | "mysql";

export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/**
 * What differs between SQLite and MySQL/MariaDB; the server has one text of everything else. Rows are claimed and held by `Database.free` and
 * `held`: SQLite has one writer, so that needs no clause there, the transaction is the lock.
 */
export interface Dialect {
  readonly name: DialectName;
  insertIgnore(table: string, columns: readonly string[], rows: number): string;
  /** @param update what is taken from the new row @param add what is added to the row that is there */
  upsert(
    table: string,
    columns: readonly string[],
    keys: readonly string[],
    update: readonly string[],
    add: readonly string[],
    rows: number,
  ): string;
}

export const sqliteDialect: Dialect = {
  name: "sqlite",
  insertIgnore: (table, columns, rows) => `insert or ignore into ${table} (${columns.join(", ")}) values ${values(columns.length, rows)}`,
  upsert: (table, columns, keys, update, add, rows) =>
    `insert into ${table} (${columns.join(", ")}) values ${values(columns.length, rows)} ` +
    `on conflict (${keys.join(", ")}) do update set ${assigned(update, add, (column) => `excluded.${column}`)}`,
};

export const mysqlDialect: Dialect = {
  name: "mysql",
  insertIgnore: (table, columns, rows) => `insert ignore into ${table} (${columns.join(", ")}) values ${values(columns.length, rows)}`,
  // VALUES() rather than a row alias: MariaDB has no alias, MySQL still reads VALUES().
  upsert: (table, columns, _keys, update, add, rows) =>
    `insert into ${table} (${columns.join(", ")}) values ${values(columns.length, rows)} ` +
    `on duplicate key update ${assigned(update, add, (column) => `values(${column})`)}`,
};

function assigned(update: readonly string[], add: readonly string[], given: (column: string) => string): string {
  const taken = update.map((column) => `${column} = ${given(column)}`);
  return [...taken, ...add.map((column) => `${column} = ${column} + ${given(column)}`)].join(", ");
}

function values(columns: number, rows: number): string {
  const row = `(${Array.from({ length: columns }, () => "?").join(", ")})`;
  return Array.from({ length: rows }, () => row).join(", ");
}

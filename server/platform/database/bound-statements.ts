import type { AbstractSqlConnection } from "@mikro-orm/sql";

type Execute = AbstractSqlConnection["execute"];
type Client = { executeQuery(query: object): Promise<object> };
/** An open transaction, which has the one connection to itself. */
type Open = Client & { readonly isCommitted?: boolean; readonly isRolledBack?: boolean };

/** What is used of a better-sqlite3 database. */
interface Executing {
  prepare(sql: string): unknown;
}
interface Statement {
  readonly reader: boolean;
  all(values: readonly unknown[]): object[];
  run(values: readonly unknown[]): { readonly changes: number; readonly lastInsertRowid: number | bigint };
}

/** What is used of the connection, the protected part included. */
interface Inside {
  execute: Execute;
  ensureConnection(): Promise<void>;
  getClient(): Client;
  executeQuery<T>(sql: string, run: () => Promise<T>, context: object): Promise<T>;
  transformRawResult(result: object, method: string): unknown;
}

/**
 * Has an SQLite connection bind its parameters. MikroORM 7 writes them into the text instead, which makes every statement a new one that
 * has to be compiled; bound, a statement is compiled once (see `cacheStatements`). What cannot be bound as it is goes the old way. Inside a
 * transaction nothing has to wait for the connection, so the statement goes to the driver at once: the way there cost as much as most of them.
 */
export function bindStatements(connection: AbstractSqlConnection, database: Executing): void {
  const inside = connection as unknown as Inside;
  const written = connection.execute.bind(connection) as (...args: unknown[]) => Promise<unknown>;
  const execute = async (query: unknown, params: unknown = [], method = "all", transaction?: Open, context?: object): Promise<unknown> => {
    const values = typeof query === "string" && !SPECIAL.test(query) ? bindable(params) : null;
    if (values === null || hasAbort(context)) return written(query, params, method, transaction, context);
    await inside.ensureConnection();
    const sql = query as string;
    const statement = { sql, parameters: values, query: { kind: "RawNode" }, queryId: { queryId: "bound" } };
    const atOnce = transaction?.isCommitted === false && transaction.isRolledBack === false;
    const result = async () => (atOnce ? answerOf(database, sql, values) : (transaction ?? inside.getClient()).executeQuery(statement));
    const run = async () => inside.transformRawResult(await result(), method);
    return inside.executeQuery(sql, run, { params, ...context });
  };
  inside.execute = execute as Execute;
}

/** In the form in which Kysely's driver answers. */
function answerOf(database: Executing, sql: string, values: readonly unknown[]): object {
  const statement = database.prepare(sql) as Statement;
  if (statement.reader) return { rows: statement.all(values) };
  const { changes, lastInsertRowid } = statement.run(values);
  return { insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes), rows: [] };
}

/** Identifiers as parameters, and question marks that are none. */
const SPECIAL = /\?\?|\\\?/;

/** Null when something must be written as text. The driver would bind a number as a float: whole ones are bound as integers. */
function bindable(params: unknown): (string | number | bigint | null)[] | null {
  if (!Array.isArray(params)) return null;
  const values: (string | number | bigint | null)[] = [];
  for (const value of params as readonly unknown[]) {
    if (typeof value === "number") values.push(Number.isSafeInteger(value) ? BigInt(value) : value);
    else if (typeof value === "boolean") values.push(value ? 1n : 0n);
    else if (typeof value === "string" || value === null) values.push(value);
    else if (value === undefined) values.push(null);
    else return null;
  }
  return values;
}

function hasAbort(context: object | undefined): boolean {
  return context !== undefined && ("signal" in context || "inflightQueryAbortStrategy" in context);
}

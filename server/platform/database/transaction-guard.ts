import type { AbstractSqlConnection } from "@mikro-orm/sql";

type Execute = AbstractSqlConnection["execute"];

/** What is used of a better-sqlite3 database. */
export interface Transacting {
  readonly inTransaction: boolean;
  prepare(sql: string): unknown;
}

/**
 * A database may end a transaction by itself: SQLite when the disk is full or cannot be read, MySQL on a deadlock, both when they are gone.
 * What came next in the same unit of work would then be written for itself, at once and for good, and the commit would say that all is well.
 * So nothing more is sent under a transaction that is over, and it is not committed: the unit of work ends with what ended it.
 */
export function guardTransactions(connection: AbstractSqlConnection, isOver: (error: unknown) => boolean): void {
  const ended = new WeakMap<object, Error>();
  const refuse = (transaction: object | undefined) => {
    const why = transaction && ended.get(transaction);
    if (why) throw why;
  };
  const execute = connection.execute.bind(connection) as (...args: unknown[]) => Promise<unknown>;
  const commit = connection.commit.bind(connection);
  const guarded = async (...args: unknown[]): Promise<unknown> => {
    const transaction = args[3] as object | undefined;
    refuse(transaction);
    try {
      return await execute(...args);
    } catch (error) {
      if (transaction && isOver(error)) ended.set(transaction, error as Error);
      throw error;
    }
  };
  Object.assign(connection, {
    execute: guarded as Execute,
    commit: async (...args: Parameters<typeof commit>) => {
      refuse(args[0]);
      await commit(...args);
    },
  });
}

/**
 * Rolling back what SQLite has rolled back already is no failure. Taken for one, it would keep the only connection from being given back:
 * everybody would wait for it for ever.
 */
export function forgiveRollbacks(database: Transacting): void {
  const prepare = database.prepare.bind(database);
  database.prepare = (sql: string) => (sql === "rollback" && !database.inTransaction ? NOTHING_TO_DO : prepare(sql));
}

const NOTHING_TO_DO = { reader: false, run: () => ({ changes: 0, lastInsertRowid: 0 }) };

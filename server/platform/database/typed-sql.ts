import type { InferKyselyDB } from "@mikro-orm/sql";
import {
  type ColumnType,
  type CompiledQuery,
  type DatabaseConnection,
  DummyDriver,
  Kysely,
  MysqlAdapter,
  MysqlQueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteQueryCompiler,
} from "kysely";
import type { DialectName, SqlValue } from "./dialect.js";

/** A truth value is 0 or 1 in both databases when it is read without its entity. */
type Flag<Value> = Value extends boolean ? 0 | 1 : Value;
type Stored<Column> =
  Column extends ColumnType<infer Read, infer Insert, infer Update> ? ColumnType<Flag<Read>, Flag<Insert>, Flag<Update>> : Flag<Column>;

/**
 * The tables of these entities, with their columns as they are stored: `TablesOf<typeof PaymentRow | typeof LedgerEntryRow>`. Names and
 * types come from the entities alone, so that a column that is renamed or may be null is noticed by the compiler wherever it is read.
 */
export type TablesOf<Rows extends { readonly name: string }> = {
  [Table in keyof InferKyselyDB<Rows>]: { [Column in keyof InferKyselyDB<Rows>[Table]]: Stored<InferKyselyDB<Rows>[Table][Column]> };
};

/** Where a statement goes that has been put together. */
export interface Executing {
  rows(sql: string, params: readonly SqlValue[]): Promise<object[]>;
  /** @returns affected rows */
  run(sql: string, params: readonly SqlValue[]): Promise<number>;
}

/**
 * On SQLite Kysely would let one statement at a time through to its driver. The one connection is given out further down, to a whole unit of
 * work: a reader waiting for it there must not keep that unit's own statements waiting here.
 */
class SqliteSideBySide extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

/** Puts statements together and has them executed by others: it knows neither connections nor transactions. */
export function typedSql(dialect: DialectName, executing: Executing): Kysely<object> {
  const connection: DatabaseConnection = {
    async executeQuery<Row>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<Row>> {
      const params = parameters as readonly SqlValue[];
      if (query.kind === "SelectQueryNode" || query.kind === "RawNode") return { rows: (await executing.rows(sql, params)) as Row[] };
      return { rows: [], numAffectedRows: BigInt(await executing.run(sql, params)) };
    },
    streamQuery() {
      throw new Error("Rows are read in pages, not as a stream");
    },
  };
  class Driver extends DummyDriver {
    override async acquireConnection(): Promise<DatabaseConnection> {
      return connection;
    }
    override async beginTransaction(): Promise<void> {
      throw new Error("Transactions are opened by Database.inUnitOfWork");
    }
  }
  return new Kysely<object>({
    dialect: {
      createAdapter: () => (dialect === "mysql" ? new MysqlAdapter() : new SqliteSideBySide()),
      createDriver: () => new Driver(),
      createQueryCompiler: () => (dialect === "mysql" ? new MysqlQueryCompiler() : new SqliteQueryCompiler()),
      createIntrospector: () => {
        throw new Error("The schema is told by the entities");
      },
    },
  });
}

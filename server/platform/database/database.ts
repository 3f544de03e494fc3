import { AsyncLocalStorage } from "node:async_hooks";
import type { MikroORM, SqlEntityManager } from "@mikro-orm/sql";
import type { Kysely, SelectQueryBuilder } from "kysely";
import { Clock } from "../clock/clock.js";
import { Random } from "../crypto/randomness.js";
import { Courtesy } from "./courtesy.js";
import { isRetryable } from "./retryable.js";
import { type DatabaseTrouble, troubleOf } from "./trouble.js";
import { type Dialect, mysqlDialect, sqliteDialect, type SqlRow, type SqlValue } from "./dialect.js";
import { typedSql } from "./typed-sql.js";

interface UnitOfWork {
  readonly name: string;
  readonly em: SqlEntityManager;
  readonly beforeCommit: (() => Promise<void>)[];
  readonly afterCommit: (() => void | Promise<void>)[];
}

const ATTEMPTS = 8;
/** The first wait before it is run again, at most, in milliseconds; it doubles each time, so that a crowd thins out. */
const FIRST_WAIT = 20;
const LONGEST_WAIT = 1_000;
const ROWS_PER_INSERT = 500;
/** Text of a statement's values. V8 takes a string beyond 128 KB for a lasting one and keeps it until a full collection, so inserts stay below. */
const TEXT_PER_INSERT = 64 * 1024;
/** What a value takes beside its own text: quotes and comma, or the digits of a number. */
const LITERAL = 8;

/**
 * The only way to the database. `inUnitOfWork` opens the one transaction; stores find it through the async context,
 * so that no use case passes a connection around and none can write outside a transaction by accident.
 * Inside a unit of work nothing may be awaited but the database: on SQLite there is one connection, and everyone waits for it.
 */
export class Database {
  private readonly context = new AsyncLocalStorage<UnitOfWork>();
  private readonly dialect: Dialect;
  private readonly courtesy: Courtesy | null;
  private readonly builder: Kysely<object>;
  /** Units of work that were begun and have not ended, by when that was. */
  private readonly running = new Set<{ readonly since: number }>();
  private lastTrouble: DatabaseTrouble | null = null;

  constructor(
    private readonly orm: MikroORM,
    private readonly clock: Clock,
    private readonly random: Random,
    dialect: "sqlite" | "mysql",
  ) {
    this.dialect = dialect === "sqlite" ? sqliteDialect : mysqlDialect;
    this.courtesy = dialect === "sqlite" ? new Courtesy() : null;
    this.builder = typedSql(dialect, this);
  }

  get dialectName(): "sqlite" | "mysql" {
    return this.dialect.name;
  }

  /** The unit of work's EntityManager; outside one a fresh fork, for reads only. */
  get em(): SqlEntityManager {
    return this.context.getStore()?.em ?? this.orm.em.fork();
  }

  get inTransaction(): boolean {
    return this.context.getStore() !== undefined;
  }

  /**
   * Runs `fn` in one transaction (READ COMMITTED on MySQL) and commits when it resolves. Inside another unit of work it joins that one.
   * A deadlock runs `fn` again, up to eight times: it must not have effects outside the database (use `afterCommit`).
   */
  async inUnitOfWork<T>(name: string, fn: () => Promise<T>): Promise<T> {
    if (this.context.getStore()) return fn();
    return this.clock.during(async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.among(() => this.watched(() => this.transaction(name, fn)));
        } catch (error) {
          if (attempt >= ATTEMPTS || !isRetryable(error)) throw error;
          await new Promise<void>((resolve) =>
            setTimeout(resolve, this.random.int(Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1)))),
          );
        }
      }
    });
  }

  /** Runs at the end of the transaction, after the flush: the journal numbers its records here, so that its lock is held shortest. */
  beforeCommit(fn: () => Promise<void>): void {
    this.current("beforeCommit").beforeCommit.push(fn);
  }

  /** Runs when the commit is durable; what it throws is the caller's to handle. */
  afterCommit(fn: () => void | Promise<void>): void {
    this.current("afterCommit").afterCommit.push(fn);
  }

  /**
   * Statements over the tables of these entities (`TablesOf`), executed as `rows` and `run` are: in the unit of work that is open, and writes
   * only in one. Sums are exact strings on MySQL where they do not fit, as everywhere.
   */
  typed<Tables>(): Kysely<Tables> {
    return this.builder as unknown as Kysely<Tables>;
  }

  /** The rows of this query, waited for and held until the commit. Lock order everywhere: debtors by id, then messages, the journal head last. */
  held<Tables, From extends keyof Tables, Row>(query: SelectQueryBuilder<Tables, From, Row>): SelectQueryBuilder<Tables, From, Row> {
    this.current("held");
    return this.dialect.name === "mysql" ? query.forUpdate() : query;
  }

  /** The rows of this query that no other worker holds, for this one alone until the commit. */
  free<Tables, From extends keyof Tables, Row>(query: SelectQueryBuilder<Tables, From, Row>): SelectQueryBuilder<Tables, From, Row> {
    this.current("free");
    return this.dialect.name === "mysql" ? query.forUpdate().skipLocked() : query;
  }

  async rows<T extends object>(sql: string, params: readonly SqlValue[] = []): Promise<T[]> {
    const unit = this.context.getStore();
    if (unit) return unit.em.execute<T[]>(sql, [...params], "all");
    return this.among(() => this.watched(() => this.orm.em.execute<T[]>(sql, [...params], "all")));
  }

  async row<T extends object>(sql: string, params: readonly SqlValue[] = []): Promise<T | null> {
    return (await this.rows<T>(sql, params))[0] ?? null;
  }

  /** @returns affected rows */
  async run(sql: string, params: readonly SqlValue[] = []): Promise<number> {
    const result = await this.current("run").em.execute<{ affectedRows: number }>(sql, [...params], "run");
    return result.affectedRows;
  }

  /** Inserts what is not there yet. @returns how many rows were new */
  insertIgnore(table: string, rows: readonly SqlRow[]): Promise<number> {
    return this.inChunks(rows, (columns, chunk) => this.dialect.insertIgnore(table, columns, chunk));
  }

  insert(table: string, rows: readonly SqlRow[]): Promise<number> {
    return this.inChunks(rows, (columns, chunk) => {
      const row = `(${columns.map(() => "?").join(", ")})`;
      return `insert into ${table} (${columns.join(", ")}) values ${Array.from({ length: chunk }, () => row).join(", ")}`;
    });
  }

  /** @param update columns that are as in the new row @param add columns to which the new row's are added */
  upsert(
    table: string,
    rows: readonly SqlRow[],
    keys: readonly string[],
    update: readonly string[],
    add: readonly string[] = [],
  ): Promise<number> {
    return this.inChunks(rows, (columns, chunk) => this.dialect.upsert(table, columns, keys, update, add, chunk));
  }

  /** Whether the database answers; for the health page. */
  async ping(): Promise<void> {
    await this.rows("select 1 as one");
    // Reading proves that it is there again, not that it takes anything.
    if (this.lastTrouble === "unreachable" || this.lastTrouble === "busy") this.lastTrouble = null;
  }

  /** Whether the database takes what is written; for the health page. */
  async probe(): Promise<void> {
    const now = this.clock.now();
    await this.inUnitOfWork("probe", () =>
      this.upsert(
        "job_run",
        [{ name: "probe", slot: 0, started_at: now, finished_at: now, error: null }],
        ["name", "slot"],
        ["started_at", "finished_at"],
      ),
    );
    this.lastTrouble = null;
  }

  /** What was wrong with the database when something last failed; null since it is known to work again. */
  get trouble(): DatabaseTrouble | null {
    return this.lastTrouble;
  }

  /** How long the oldest piece of work has been going on, waiting included. */
  longestUnit(): number {
    const [oldest] = this.running;
    return oldest ? this.clock.monotonic() - oldest.since : 0;
  }

  private async watched<T>(work: () => Promise<T>): Promise<T> {
    const entry = { since: this.clock.monotonic() };
    this.running.add(entry);
    try {
      return await work();
    } catch (error) {
      this.lastTrouble = troubleOf(error) ?? this.lastTrouble;
      throw error;
    } finally {
      this.running.delete(entry);
    }
  }

  private among<T>(work: () => Promise<T>): Promise<T> {
    return this.courtesy ? this.courtesy.among(work) : work();
  }

  private async inChunks(rows: readonly SqlRow[], sql: (columns: readonly string[], rows: number) => string): Promise<number> {
    const [first] = rows;
    if (!first) return 0;
    const columns = Object.keys(first);
    let affected = 0;
    let params: SqlValue[] = [];
    let chunk = 0;
    let text = 0;
    const send = async () => {
      affected += await this.run(sql(columns, chunk), params);
      [params, chunk, text] = [[], 0, 0];
    };
    for (const row of rows) {
      for (const column of columns) {
        const value = row[column] ?? null;
        params.push(value);
        text += typeof value === "string" ? value.length + LITERAL : LITERAL;
      }
      if (++chunk === ROWS_PER_INSERT || text >= TEXT_PER_INSERT) await send();
    }
    if (chunk > 0) await send();
    return affected;
  }

  private async transaction<T>(name: string, fn: () => Promise<T>): Promise<T> {
    const afterCommit: UnitOfWork["afterCommit"] = [];
    const em = this.orm.em.fork();
    const unit: UnitOfWork = { name, em, beforeCommit: [], afterCommit };
    await em.begin(this.dialect.name === "mysql" ? { isolationLevel: "read committed" } : {});
    let result: T;
    try {
      result = await this.context.run(unit, async () => {
        const value = await fn();
        await em.flush();
        for (const hook of unit.beforeCommit) await hook();
        return value;
      });
      await em.commit();
    } catch (error) {
      // A connection that broke cannot roll back either; what is told is what went wrong first.
      await em.rollback().catch(() => undefined);
      throw error;
    }
    for (const hook of afterCommit) await hook();
    return result;
  }

  private current(what: string): UnitOfWork {
    const unit = this.context.getStore();
    if (!unit) throw new Error(`${what} needs a unit of work: call it inside inUnitOfWork`);
    return unit;
  }
}

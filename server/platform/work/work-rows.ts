import { Injectable } from "@nestjs/common";
import { type RawBuilder, sql, type SqlBool } from "kysely";
import { HOUR, type Instant, MINUTE } from "../../shared/instant.js";
import { Clock } from "../clock/clock.js";
import { Database } from "../database/database.js";
import { Logger } from "../observability/logger.js";
import { concernsAll } from "./concerns-all.js";
import { type Parked, ParkedWorkStore, type WorkSubject } from "./parked-work.store.js";
import { PARKED_WORK, type WorkTables } from "./parked-work.tables.js";
import { problemOf } from "./problem-of.js";
import { WorkAccounts } from "./work-accounts.port.js";

/** Pauses before a row is tried again by itself; after the last it waits for a person. */
const PAUSES = [MINUTE, 10 * MINUTE, HOUR];

/** Which work of which account, and what of it a row is. */
export interface WorkOn<T> {
  readonly accountId: number;
  /** Name of the job or lane. */
  readonly work: string;
  readonly subjectOf: (row: T) => WorkSubject;
}

/** A condition for a query. */
export type Without = RawBuilder<SqlBool>;

/** Where nothing rests. */
export const NOBODY_RESTS: Without = sql`1 = 1`;

/**
 * Works on rows so that one that cannot be worked on costs only itself: it is parked with its reason, and the rest is done. What would have
 * met any row (a helpdesk or database that does not answer) parks nobody and is thrown: it is the account's trouble, see `AccountRounds`.
 */
@Injectable()
export class WorkRows {
  constructor(
    private readonly accounts: WorkAccounts,
    private readonly store: ParkedWorkStore,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** One by one. */
  async each<T>(on: WorkOn<T>, rows: readonly T[], handle: (row: T) => Promise<void>): Promise<void> {
    if (rows.length === 0) return;
    const parked = await this.parkedOf(on);
    for (const row of rows) await this.one(on, row, parked, () => handle(row));
  }

  /**
   * All at once where that goes well; where it fails, by halves, until the row that fails is alone.
   * @param handle one unit of work for the rows it is given
   * @returns what came of each part; parts that were committed before an error that concerns all are returned, and the error is met again
   */
  async inHalves<T, R>(on: WorkOn<T>, rows: readonly T[], handle: (rows: readonly T[]) => Promise<R>): Promise<R[]> {
    if (rows.length === 0) return [];
    const results: R[] = [];
    const parked = await this.parkedOf(on);
    const attempt = async (part: readonly T[]): Promise<void> => {
      const [only, second] = part;
      if (only !== undefined && second === undefined) {
        await this.one(on, only, parked, async () => void results.push(await handle(part)));
        return;
      }
      try {
        results.push(await handle(part));
      } catch (error) {
        if (concernsAll(error)) throw error;
        const middle = Math.ceil(part.length / 2);
        await attempt(part.slice(0, middle));
        await attempt(part.slice(middle));
        return;
      }
      for (const row of part) await this.ended(on, row, parked);
    };
    try {
      await attempt(rows);
    } catch (error) {
      if (results.length === 0) throw error;
      this.logger.error("rows.broken_off", { accountId: on.accountId, job: on.work, error });
    }
    return results;
  }

  /**
   * Leaves out what rests, for the query that looks for due rows: before its limit, or those that rest would fill it.
   * @param column of the row's id, with its table or alias: by itself it would be read as one of the parked rows' own
   */
  async without(accountId: number, work: string, subject: string, column: string): Promise<Without> {
    if (!column.includes(".")) throw new Error(`${column} does not say of which table it is`);
    const now = this.clock.now();
    const resting = (await this.store.rowsOf(accountId, work)).some((row) => row.subject === subject && rests(row, now));
    if (!resting) return NOBODY_RESTS;
    const parked = this.db
      .typed<WorkTables>()
      .selectFrom(`${PARKED_WORK} as w`)
      .select((is) => is.lit(1).as("one"))
      .where("w.account_id", "=", accountId)
      .where("w.work", "=", work)
      .where("w.subject", "=", subject)
      .where("w.subject_id", "=", sql.ref<number>(column))
      .where((is) => is.or([is("w.retry_at", "is", null), is("w.retry_at", ">", now)]));
    return sql`not exists ${parked}`;
  }

  /** The rows that rest, where no query looks for them. */
  async resting(accountId: number, work: string, subject: string): Promise<ReadonlySet<number>> {
    return (await this.parked(accountId, work, subject)).resting;
  }

  /** The rows that were parked: those that rest, and those that are to be tried again. */
  async parked(accountId: number, work: string, subject: string): Promise<Record<"resting" | "due", ReadonlySet<number>>> {
    const now = this.clock.now();
    const rows = (await this.store.rowsOf(accountId, work)).filter((row) => row.subject === subject);
    const idsOf = (resting: boolean) => new Set(rows.filter((row) => rests(row, now) === resting).map(({ subjectId }) => subjectId));
    return { resting: idsOf(true), due: idsOf(false) };
  }

  private async one<T>(on: WorkOn<T>, row: T, parked: ReadonlyMap<string, Parked>, handle: () => Promise<void>): Promise<void> {
    try {
      await handle();
    } catch (error) {
      if (concernsAll(error)) throw error;
      await this.park(on, row, error);
      return;
    }
    await this.ended(on, row, parked);
  }

  private async park<T>({ accountId, work, subjectOf }: WorkOn<T>, row: T, error: unknown): Promise<void> {
    const what = subjectOf(row);
    const problem = problemOf(error);
    this.logger.error("row.not_worked_on", { accountId, job: work, event: what.subject, reason: problem, error });
    const { attempts } = await this.db.inUnitOfWork("work.parked", () => this.store.failed(accountId, work, what, problem, againAt));
    if (attempts > 1) return;
    const { subject, debtorId = null } = what;
    try {
      await this.db.inUnitOfWork("work.parked", () =>
        Promise.resolve(this.accounts.record(accountId, { kind: "parked", work, subject, debtorId, problem })),
      );
    } catch (cause) {
      // The row rests all the same, even where the journal is what is broken.
      this.logger.error("row.not_recorded", { accountId, job: work, error: cause });
    }
  }

  private async ended<T>({ accountId, work, subjectOf }: WorkOn<T>, row: T, parked: ReadonlyMap<string, Parked>): Promise<void> {
    if (parked.size === 0) return;
    const what = subjectOf(row);
    const known = parked.get(nameOf(what));
    if (!known) return;
    await this.db.inUnitOfWork("work.resumed", async () => {
      if (!(await this.store.remove(accountId, work, what))) return;
      const { subject, debtorId, since, attempts } = known;
      this.accounts.record(accountId, { kind: "resumed", work, subject, debtorId, since, attempts });
    });
  }

  private async parkedOf<T>({ accountId, work }: WorkOn<T>): Promise<ReadonlyMap<string, Parked>> {
    return new Map((await this.store.rowsOf(accountId, work)).map((row) => [nameOf(row), row]));
  }
}

function nameOf({ subject, subjectId }: WorkSubject): string {
  return `${subject}/${subjectId}`;
}

function rests({ retryAt }: Parked, now: Instant): boolean {
  return retryAt === null || retryAt > now;
}

function againAt(attempts: number, now: Instant): Instant | null {
  const pause = PAUSES[attempts - 1];
  return pause === undefined ? null : now + pause;
}

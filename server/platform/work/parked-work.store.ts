import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Clock } from "../clock/clock.js";
import { Ids } from "../crypto/ids.js";
import { Database } from "../database/database.js";
import { PARKED_WORK } from "./parked-work.tables.js";

/** What the work was about: a row of a table. */
export interface WorkSubject {
  readonly subject: string;
  readonly subjectId: number;
  readonly debtorId?: number | null;
}

/** The account as a whole, as against one of its rows. */
export const WHOLE_ACCOUNT = { subject: "account", subjectId: 0 } as const satisfies WorkSubject;

export interface Parked {
  readonly publicId: string;
  readonly accountId: number;
  readonly work: string;
  readonly subject: string;
  readonly subjectId: number;
  readonly debtorId: number | null;
  readonly problem: string;
  readonly attempts: number;
  readonly since: Instant;
  readonly lastAt: Instant;
  /** Null: not before somebody releases it. */
  readonly retryAt: Instant | null;
}

const COLUMNS = `public_id as publicId, account_id as accountId, work, subject, subject_id as subjectId, debtor_id as debtorId, problem, attempts,
  since, last_at as lastAt, retry_at as retryAt`;
const ONE = "account_id = ? and work = ? and subject = ? and subject_id = ?";

@Injectable()
export class ParkedWorkStore {
  constructor(
    private readonly db: Database,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** The accounts among these that a piece of work could not be done for. */
  async accounts(accountIds: readonly number[], work: string): Promise<Map<number, Parked>> {
    if (accountIds.length === 0) return new Map();
    const rows = await this.db.rows<Parked>(
      `select ${COLUMNS} from ${PARKED_WORK} where account_id in (${accountIds.map(() => "?").join(", ")}) and work = ? and subject = ?`,
      [...accountIds, work, WHOLE_ACCOUNT.subject],
    );
    return new Map(rows.map((row) => [row.accountId, row]));
  }

  /** The rows of a piece of work. */
  rowsOf(accountId: number, work: string): Promise<Parked[]> {
    return this.db.rows<Parked>(`select ${COLUMNS} from ${PARKED_WORK} where account_id = ? and work = ? and subject <> ?`, [
      accountId,
      work,
      WHOLE_ACCOUNT.subject,
    ]);
  }

  /** Everything parked, the longest waiting first. */
  list(accountId: number, limit: number): Promise<Parked[]> {
    return this.db.rows<Parked>(`select ${COLUMNS} from ${PARKED_WORK} where account_id = ? order by since, id limit ?`, [
      accountId,
      limit,
    ]);
  }

  countByWork(accountId: number): Promise<{ work: string; n: number }[]> {
    return this.db.rows(`select work, count(*) as n from ${PARKED_WORK} where account_id = ? group by work`, [accountId]);
  }

  async count(accountId: number): Promise<number> {
    const row = await this.db.row<{ n: number }>(`select count(*) as n from ${PARKED_WORK} where account_id = ?`, [accountId]);
    return Number(row?.n ?? 0);
  }

  async lock(accountId: number, publicId: string): Promise<Parked | null> {
    const sql = `select ${COLUMNS} from ${PARKED_WORK} where account_id = ? and public_id = ?`;
    return (await this.db.lock<Parked>(sql, [accountId, publicId]))[0] ?? null;
  }

  /**
   * Notes one more attempt that failed.
   * @param retryAt when it is tried again, by the number of attempts so far
   * @returns what is noted now; `attempts` is 1 for what was not parked before
   */
  async failed(
    accountId: number,
    work: string,
    { subject, subjectId, debtorId = null }: WorkSubject,
    problem: string,
    retryAt: (attempts: number, now: Instant) => Instant | null,
  ): Promise<Parked> {
    const now = this.clock.now();
    const first: Parked = {
      publicId: this.ids.next(),
      accountId,
      work,
      subject,
      subjectId,
      debtorId,
      problem,
      attempts: 1,
      since: now,
      lastAt: now,
      retryAt: retryAt(1, now),
    };
    const what = { public_id: first.publicId, account_id: accountId, work, subject, subject_id: subjectId, debtor_id: debtorId };
    const times = { since: now, last_at: now, retry_at: first.retryAt };
    if ((await this.db.insertIgnore(PARKED_WORK, [{ ...what, problem, attempts: 1, ...times }])) === 1) return first;
    const key = [accountId, work, subject, subjectId];
    const [known] = await this.db.lock<Parked>(`select ${COLUMNS} from ${PARKED_WORK} where ${ONE}`, key);
    if (!known) return first;
    const attempts = known.attempts + 1;
    const next = { ...known, problem, attempts, lastAt: now, retryAt: retryAt(attempts, now) };
    await this.db.run(`update ${PARKED_WORK} set problem = ?, attempts = ?, last_at = ?, retry_at = ? where ${ONE}`, [
      problem,
      attempts,
      now,
      next.retryAt,
      ...key,
    ]);
    return next;
  }

  /** It was done after all, is to be tried afresh, or is nobody's work any more. @returns whether it was parked */
  async remove(accountId: number, work: string, { subject, subjectId }: WorkSubject): Promise<boolean> {
    return (await this.db.run(`delete from ${PARKED_WORK} where ${ONE}`, [accountId, work, subject, subjectId])) > 0;
  }

  /** The same, whatever the work was. */
  async removeAll(accountId: number, { subject, subjectId }: WorkSubject): Promise<void> {
    await this.db.run(`delete from ${PARKED_WORK} where account_id = ? and subject = ? and subject_id = ?`, [
      accountId,
      subject,
      subjectId,
    ]);
  }

  /** What nobody has tried for so long is nobody's work any more. */
  async forget(accountId: number, before: Instant): Promise<void> {
    await this.db.run(`delete from ${PARKED_WORK} where account_id = ? and last_at < ?`, [accountId, before]);
  }
}

import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Clock } from "../clock/clock.js";
import { Database } from "../database/database.js";
import { PARKED_WORK } from "./parked-work.tables.js";

/** The account as a whole, as against one of its rows. */
export const WHOLE_ACCOUNT = { subject: "account", subjectId: 0 } as const;

export interface Parked {
  readonly accountId: number;
  readonly problem: string;
  readonly attempts: number;
  readonly since: Instant;
  /** Null: not before somebody releases it. */
  readonly retryAt: Instant | null;
}

export interface ParkedSubject {
  readonly subject: string;
  readonly subjectId: number;
}

const COLUMNS = "account_id as accountId, problem, attempts, since, retry_at as retryAt";

@Injectable()
export class ParkedWorkStore {
  constructor(
    private readonly db: Database,
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

  /**
   * Notes one more attempt that failed.
   * @param retryAt when it is tried again, by the number of attempts so far
   * @returns what is noted now; `attempts` is 1 for what was not parked before
   */
  async failed(
    accountId: number,
    work: string,
    { subject, subjectId }: ParkedSubject,
    problem: string,
    retryAt: (attempts: number, now: Instant) => Instant | null,
  ): Promise<Parked> {
    const now = this.clock.now();
    const first = { accountId, problem, attempts: 1, since: now, retryAt: retryAt(1, now) };
    const key = { account_id: accountId, work, subject, subject_id: subjectId };
    const added = await this.db.insertIgnore(PARKED_WORK, [
      { ...key, debtor_id: null, problem, attempts: 1, since: now, last_at: now, retry_at: first.retryAt },
    ]);
    if (added === 1) return first;
    const [known] = await this.db.lock<Parked>(
      `select ${COLUMNS} from ${PARKED_WORK} where account_id = ? and work = ? and subject = ? and subject_id = ?`,
      [accountId, work, subject, subjectId],
    );
    if (!known) return first;
    const next = { ...known, problem, attempts: known.attempts + 1, retryAt: retryAt(known.attempts + 1, now) };
    await this.db.run(
      `update ${PARKED_WORK} set problem = ?, attempts = ?, last_at = ?, retry_at = ? where account_id = ? and work = ? and subject = ? and subject_id = ?`,
      [problem, next.attempts, now, next.retryAt, accountId, work, subject, subjectId],
    );
    return next;
  }

  /** It was done after all, or is to be tried afresh. @returns whether it was parked */
  async remove(accountId: number, work: string, { subject, subjectId }: ParkedSubject): Promise<boolean> {
    const removed = await this.db.run(`delete from ${PARKED_WORK} where account_id = ? and work = ? and subject = ? and subject_id = ?`, [
      accountId,
      work,
      subject,
      subjectId,
    ]);
    return removed > 0;
  }
}

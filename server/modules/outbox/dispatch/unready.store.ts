import { Injectable } from "@nestjs/common";
import type { Instant } from "../../../shared/instant.js";
import { Database } from "../../../platform/database/database.js";
import { ParkedWorkStore } from "../../../platform/work/parked-work.store.js";
import { PARKED_WORK } from "../../../platform/work/parked-work.tables.js";
import { DEBTOR } from "../../portfolio/index.js";
import type { Failure } from "../domain/preparation-failure.js";
import { GIVEN_UP_FOR, pauseAfterTry, type Unready } from "../domain/unready.js";

/** The lane whose work on a debtor rests while the debtor's conversation cannot be made ready. */
const WORK = "dispatch";

interface ParkedRow {
  readonly debtor_id: number;
  readonly problem: string;
  readonly last_at: Instant;
  readonly retry_at: Instant | null;
}

/**
 * Whose conversation is not ready, among the work that is parked: every process knows, a restart does not begin anew, and people see it. A
 * row without a next attempt is left to a person; a step that falls due a day later tries it once more all the same.
 */
@Injectable()
export class UnreadyDebtors {
  constructor(
    private readonly db: Database,
    private readonly parked: ParkedWorkStore,
  ) {}

  /** By debtor row id. */
  async of(accountId: number, debtorIds: readonly number[]): Promise<ReadonlyMap<number, Unready>> {
    if (debtorIds.length === 0) return new Map();
    const rows = await this.db.rows<ParkedRow>(
      `select subject_id as debtor_id, problem, last_at, retry_at from ${PARKED_WORK}
        where account_id = ? and work = '${WORK}' and subject = '${DEBTOR}' and subject_id in (${debtorIds.map(() => "?").join(", ")})`,
      [accountId, ...debtorIds],
    );
    return new Map(rows.map((row) => [row.debtor_id, unready(row)]));
  }

  /** One more try has failed. */
  async failed(accountId: number, debtorId: number, { reason, lasting }: Failure): Promise<void> {
    const subject = { subject: DEBTOR, subjectId: debtorId, debtorId };
    await this.parked.failed(accountId, WORK, subject, reason, (tries, now) => {
      const pause = lasting ? null : pauseAfterTry(tries);
      return pause === null ? null : now + pause;
    });
  }

  async ready(accountId: number, debtorId: number): Promise<void> {
    await this.parked.remove(accountId, WORK, { subject: DEBTOR, subjectId: debtorId });
  }

  /** Condition of SQL: the debtor in this column waits for another try. Its parameters are the account and the instant it is asked at. */
  static waiting(debtorColumn: string, unless: (triedAt: string) => string): string {
    return `exists (select 1 from ${PARKED_WORK} w
                     where w.account_id = ? and w.work = '${WORK}' and w.subject = '${DEBTOR}' and w.subject_id = ${debtorColumn}
                       and coalesce(w.retry_at, w.last_at + ${GIVEN_UP_FOR}) > ? and not ${unless("w.last_at")})`;
  }
}

function unready({ problem, last_at, retry_at }: ParkedRow): Unready {
  return { reason: problem, retryAt: retry_at ?? last_at + GIVEN_UP_FOR, givenUp: retry_at === null };
}

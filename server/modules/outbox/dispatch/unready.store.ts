import { Injectable } from "@nestjs/common";
import type { Selectable } from "kysely";
import { Database } from "../../../platform/database/database.js";
import { ParkedWorkStore } from "../../../platform/work/parked-work.store.js";
import { PARKED_WORK, type WorkTables } from "../../../platform/work/parked-work.tables.js";
import { DEBTOR } from "../../portfolio/index.js";
import type { Failure } from "../domain/preparation-failure.js";
import { GIVEN_UP_FOR, pauseAfterTry, type Unready } from "../domain/unready.js";
import { READYING } from "./readiness.plan.js";

type ParkedRow = Pick<Selectable<WorkTables["parked_work"]>, "problem" | "last_at" | "retry_at">;

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
    const rows = await this.db
      .typed<WorkTables>()
      .selectFrom(PARKED_WORK)
      .select(["subject_id", "problem", "last_at", "retry_at"])
      .where("account_id", "=", accountId)
      .where("work", "=", READYING)
      .where("subject", "=", DEBTOR)
      .where("subject_id", "in", debtorIds)
      .execute();
    return new Map(rows.map((row) => [row.subject_id, unready(row)]));
  }

  /** One more try has failed. */
  async failed(accountId: number, debtorId: number, { reason, lasting }: Failure): Promise<void> {
    const subject = { subject: DEBTOR, subjectId: debtorId, debtorId };
    await this.parked.failed(accountId, READYING, subject, reason, (tries, now) => {
      const pause = lasting ? null : pauseAfterTry(tries);
      return pause === null ? null : now + pause;
    });
  }

  async ready(accountId: number, debtorId: number): Promise<void> {
    await this.parked.remove(accountId, READYING, { subject: DEBTOR, subjectId: debtorId });
  }
}

function unready({ problem, last_at, retry_at }: ParkedRow): Unready {
  return { reason: problem, retryAt: retry_at ?? last_at + GIVEN_UP_FOR, givenUp: retry_at === null };
}

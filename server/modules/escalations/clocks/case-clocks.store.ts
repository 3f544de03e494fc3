import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import type { Without } from "../../../platform/work/work-rows.js";
import type { Instant } from "../../../shared/instant.js";
import { CASE_CLOCK, type CaseClockRecord, type EscalationsTables } from "../escalations.tables.js";

const KEYS = ["account_id", "case_id", "clock", "cycle"];

/** The rows of clocks. Locked after debtors and cases, before the journal's head. */
@Injectable()
export class CaseClocksStore {
  constructor(private readonly db: Database) {}

  /** Holds the clocks of these cases until the commit. */
  async hold(accountId: number, caseIds: readonly number[]): Promise<void> {
    const rows = this.rows(accountId)
      .select(["case_id"])
      .where("case_id", "in", [...caseIds])
      .orderBy("case_id")
      .orderBy("clock");
    await this.db.held(rows).execute();
  }

  async keep(accountId: number, rows: readonly Omit<CaseClockRecord, "account_id">[]): Promise<void> {
    const [first] = rows;
    if (!first) return;
    const update = Object.keys(first).filter((column) => !KEYS.includes(column));
    await this.db.upsert(
      CASE_CLOCK,
      rows.map((row) => ({ account_id: accountId, ...row })),
      KEYS,
      update,
    );
  }

  /** Of these cases, those that go on or have ended. */
  of(accountId: number, caseIds: readonly number[]): Promise<CaseClockRecord[]> {
    if (caseIds.length === 0) return Promise.resolve([]);
    return this.rows(accountId)
      .selectAll()
      .where("case_id", "in", [...caseIds])
      .execute();
  }

  /** Those that go on, by what is due first. */
  running(accountId: number, caseIds: readonly number[]): Promise<CaseClockRecord[]> {
    if (caseIds.length === 0) return Promise.resolve([]);
    return this.rows(accountId)
      .selectAll()
      .where("case_id", "in", [...caseIds])
      .where("ended_at", "is", null)
      .orderBy("due_at")
      .execute();
  }

  /** Cases at which there is something to do, the longest due first. */
  async dueCases(accountId: number, now: Instant, limit: number, without: Without): Promise<number[]> {
    const rows = await this.db
      .typed<EscalationsTables>()
      .selectFrom(`${CASE_CLOCK} as c`)
      .select(({ fn }) => ["c.case_id", fn.min("c.wake_at").as("first")])
      .where("c.account_id", "=", accountId)
      .where("c.wake_at", "<=", now)
      .where(without)
      .groupBy("c.case_id")
      .orderBy("first")
      .orderBy("c.case_id")
      .limit(limit)
      .execute();
    return rows.map(({ case_id }) => case_id);
  }

  /** Those of these cases that are due and nobody else is at, for this worker alone until the commit. */
  claim(accountId: number, caseIds: readonly number[], now: Instant): Promise<CaseClockRecord[]> {
    const due = this.rows(accountId)
      .selectAll()
      .where("case_id", "in", [...caseIds])
      .where("wake_at", "<=", now)
      .orderBy("case_id")
      .orderBy("clock")
      .orderBy("cycle");
    return this.db.free(due).execute();
  }

  async nextWake(accountId: number, now: Instant): Promise<Instant | null> {
    const { at } = await this.rows(accountId)
      .select(({ fn }) => fn.min<number | null>("wake_at").as("at"))
      .where("wake_at", ">", now)
      .executeTakeFirstOrThrow();
    return at;
  }

  private rows(accountId: number) {
    return this.db.typed<EscalationsTables>().selectFrom(CASE_CLOCK).where("account_id", "=", accountId);
  }
}

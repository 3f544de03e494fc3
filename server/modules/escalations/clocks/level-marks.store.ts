import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import type { Instant } from "../../../shared/instant.js";
import { type EscalationsTables, LEVEL_MARK, type LevelMarkRecord } from "../escalations.tables.js";

/** Levels that were reached, and who was told of them. */
@Injectable()
export class LevelMarksStore {
  constructor(private readonly db: Database) {}

  /** @returns how many were new: a level is reached once */
  add(accountId: number, marks: readonly Omit<LevelMarkRecord, "account_id">[]): Promise<number> {
    return this.db.insertIgnore(
      LEVEL_MARK,
      marks.map((mark) => ({ account_id: accountId, ...mark })),
    );
  }

  /** By case. */
  async of(accountId: number, caseIds: readonly number[]): Promise<ReadonlyMap<number, readonly LevelMarkRecord[]>> {
    if (caseIds.length === 0) return new Map();
    const rows = await this.db
      .typed<EscalationsTables>()
      .selectFrom(LEVEL_MARK)
      .selectAll()
      .where("account_id", "=", accountId)
      .where("case_id", "in", [...caseIds])
      .execute();
    return Map.groupBy(rows, ({ case_id }) => case_id);
  }

  /** Those that somebody should be told of by now. */
  waiting(accountId: number, now: Instant, limit: number): Promise<LevelMarkRecord[]> {
    return this.db
      .typed<EscalationsTables>()
      .selectFrom(LEVEL_MARK)
      .selectAll()
      .where("account_id", "=", accountId)
      .where("tell_at", "<=", now)
      .orderBy("tell_at")
      .limit(limit)
      .execute();
  }

  async byPublicId(accountId: number, publicId: string): Promise<LevelMarkRecord | null> {
    const marks = this.db.typed<EscalationsTables>().selectFrom(LEVEL_MARK).selectAll().where("account_id", "=", accountId);
    return (await marks.where("public_id", "=", publicId).executeTakeFirst()) ?? null;
  }

  /** What came of telling them. */
  async telling(accountId: number, publicIds: readonly string[], change: TellingChange): Promise<void> {
    if (publicIds.length === 0) return;
    const marks = this.db.typed<EscalationsTables>().updateTable(LEVEL_MARK).where("account_id", "=", accountId);
    const set = { telling: change.telling, tell_at: change.tellAt, told_at: change.toldAt };
    await marks
      .set(set)
      .where("public_id", "in", [...publicIds])
      .execute();
  }
}

export interface TellingChange {
  readonly telling: LevelMarkRecord["telling"];
  readonly tellAt: Instant | null;
  readonly toldAt: Instant | null;
}

import { Injectable } from "@nestjs/common";
import { Database } from "../../../platform/database/database.js";
import { type CaseReason, caseReasonOf } from "../domain/case-reason.js";
import { ESCALATION, type EscalationsTables } from "../escalations.tables.js";

/** A case as its clocks and levels need it. */
export interface CaseRow {
  readonly id: number;
  readonly publicId: string;
  readonly debtorId: number | null;
  readonly conversationId: number;
  readonly reason: CaseReason;
  readonly lastMessageId: number;
  /** `user:<helpdesk user id>` */
  readonly owner: string | null;
}

const COLUMNS = [
  "id",
  "public_id as publicId",
  "debtor_id as debtorId",
  "conversation_id as conversationId",
  "reason",
  "last_message_id as lastMessageId",
  "owner",
] as const;

@Injectable()
export class CaseRows {
  constructor(private readonly db: Database) {}

  async of(accountId: number, caseIds: readonly number[]): Promise<ReadonlyMap<number, CaseRow>> {
    if (caseIds.length === 0) return new Map();
    const rows = await this.cases(accountId)
      .select(COLUMNS)
      .where("id", "in", [...caseIds])
      .execute();
    return new Map(rows.map((row) => [row.id, { ...row, reason: caseReasonOf(row.reason) }]));
  }

  async byPublicId(accountId: number, publicId: string): Promise<CaseRow | null> {
    const row = await this.cases(accountId).select(COLUMNS).where("public_id", "=", publicId).executeTakeFirst();
    return row ? { ...row, reason: caseReasonOf(row.reason) } : null;
  }

  /** Open cases of a debtor, the oldest first. */
  async openOf(accountId: number, debtorId: number): Promise<readonly CaseRow[]> {
    const rows = await this.cases(accountId)
      .select(COLUMNS)
      .where("debtor_id", "=", debtorId)
      .where("open_slot", "=", 1)
      .orderBy("id")
      .execute();
    return rows.map((row) => ({ ...row, reason: caseReasonOf(row.reason) }));
  }

  private cases(accountId: number) {
    return this.db.typed<EscalationsTables>().selectFrom(ESCALATION).where("account_id", "=", accountId);
  }
}

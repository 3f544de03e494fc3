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
    return new Map(rows.map((row) => [row.id, read(row)]));
  }

  async byPublicId(accountId: number, publicId: string): Promise<CaseRow | null> {
    const row = await this.cases(accountId).select(COLUMNS).where("public_id", "=", publicId).executeTakeFirst();
    return row ? read(row) : null;
  }

  /** Open cases of a debtor, the oldest first. */
  async openOf(accountId: number, debtorId: number): Promise<readonly CaseRow[]> {
    const rows = await this.cases(accountId)
      .select(COLUMNS)
      .where("debtor_id", "=", debtorId)
      .where("open_slot", "=", 1)
      .orderBy("id")
      .execute();
    return rows.map(read);
  }

  /** All open cases of the account by id, a portion at a time: where something is asked of each of them. */
  async *allOpen(accountId: number, portion: number): AsyncGenerator<readonly CaseRow[]> {
    for (let last = 0; ;) {
      const rows = await this.cases(accountId)
        .select(COLUMNS)
        .where("open_slot", "=", 1)
        .where("id", ">", last)
        .orderBy("id")
        .limit(portion)
        .execute();
      if (rows.length === 0) return;
      last = rows.at(-1)!.id;
      yield rows.map(read);
    }
  }

  private cases(accountId: number) {
    return this.db.typed<EscalationsTables>().selectFrom(ESCALATION).where("account_id", "=", accountId);
  }
}

function read(row: Omit<CaseRow, "reason"> & { readonly reason: string }): CaseRow {
  return { ...row, reason: caseReasonOf(row.reason) };
}

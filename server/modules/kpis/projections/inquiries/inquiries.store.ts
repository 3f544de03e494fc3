import { Injectable } from "@nestjs/common";
import type { Selectable } from "kysely";
import { Database } from "../../../../platform/database/database.js";
import { INQUIRY, type KpisTables } from "../../kpis.tables.js";
import type { WaitingInquiry } from "./domain/inquiry-history.js";

type Row = Readonly<Selectable<KpisTables["inquiry"]>>;

/** What may change after a row is there. */
const MUTABLE: readonly (keyof Row)[] = [
  "answered_at",
  "answered_recorded",
  "agent",
  "wait",
  "case_id",
  "resolved_at",
  "resolved_recorded",
];

/** What debtors asked, and what became of it. */
@Injectable()
export class InquiriesStore {
  constructor(private readonly db: Database) {}

  /** Oldest first. */
  async unresolved(accountId: number, conversations: readonly number[]): Promise<WaitingInquiry[]> {
    if (conversations.length === 0) return [];
    const rows = await this.db
      .typed<KpisTables>()
      .selectFrom(INQUIRY)
      .selectAll()
      .where("account_id", "=", accountId)
      .where("conversation", "in", conversations)
      .where("resolved_at", "is", null)
      .orderBy("seq")
      .execute();
    return rows.map((row) => ({
      seq: row.seq,
      debtorId: row.debtor_id,
      conversation: row.conversation,
      receivedAt: row.received_at,
      receivedRecorded: row.received_recorded,
      day: row.day,
      hour: row.hour,
      dueAt: row.due_at,
      answeredAt: row.answered_at,
      answeredRecorded: row.answered_recorded,
      agent: row.agent,
      wait: row.wait,
      caseId: row.case_id,
      resolvedAt: row.resolved_at,
      resolvedRecorded: row.resolved_recorded,
    }));
  }

  async write(accountId: number, inquiries: readonly WaitingInquiry[]): Promise<void> {
    await this.db.upsert(
      INQUIRY,
      inquiries.map((one): { [Column in keyof Row]: Row[Column] } => ({
        account_id: accountId,
        seq: one.seq,
        debtor_id: one.debtorId,
        conversation: one.conversation,
        received_at: one.receivedAt,
        received_recorded: one.receivedRecorded,
        day: one.day,
        hour: one.hour,
        due_at: one.dueAt,
        answered_at: one.answeredAt,
        answered_recorded: one.answeredRecorded,
        agent: one.agent,
        wait: one.wait,
        case_id: one.caseId,
        resolved_at: one.resolvedAt,
        resolved_recorded: one.resolvedRecorded,
      })),
      ["account_id", "seq"],
      MUTABLE,
    );
  }
}

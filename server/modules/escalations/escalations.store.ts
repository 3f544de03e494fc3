import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { DEBTOR } from "../portfolio/index.js";
import { type CaseReason, caseReasonOf } from "./domain/case-reason.js";
import { ESCALATION } from "./escalations.tables.js";

export interface Escalation {
  readonly id: number;
  readonly publicId: string;
  readonly debtorId: number | null;
  readonly conversationId: number;
  readonly reason: CaseReason;
  readonly waitingSince: Instant;
  readonly lastMessageId: number;
  readonly answeredAt: Instant | null;
  readonly holdId: string | null;
}

export type NewEscalation = Omit<Escalation, "id" | "answeredAt" | "holdId"> & { readonly openedAt: Instant };

const COLUMNS = `id, public_id as publicId, debtor_id as debtorId, conversation_id as conversationId, reason, waiting_since as waitingSince,
  last_message_id as lastMessageId, answered_at as answeredAt, hold_id as holdId`;

@Injectable()
export class EscalationsStore {
  constructor(private readonly db: Database) {}

  /** Holds the debtor of the conversation's open case until the commit: debtors are locked before everything else. */
  async lockDebtor(accountId: number, conversationId: number): Promise<void> {
    const open = await this.db.row<{ debtorId: number | null }>(
      `select debtor_id as debtorId from ${ESCALATION} where account_id = ? and conversation_id = ? and open_slot = 1`,
      [accountId, conversationId],
    );
    if (open?.debtorId) await this.db.lock(`select id from ${DEBTOR} where account_id = ? and id = ?`, [accountId, open.debtorId]);
  }

  /** The conversation's open case, held until the commit. */
  async lockOpen(accountId: number, conversationId: number): Promise<Escalation | null> {
    const [row] = await this.db.lock<Escalation & { readonly reason: string }>(
      `select ${COLUMNS} from ${ESCALATION} where account_id = ? and conversation_id = ? and open_slot = 1`,
      [accountId, conversationId],
    );
    return row ? { ...row, reason: caseReasonOf(row.reason) } : null;
  }

  /** @returns false when the conversation has an open case */
  async add(accountId: number, escalation: NewEscalation): Promise<boolean> {
    const added = await this.db.insertIgnore(ESCALATION, [
      {
        account_id: accountId,
        public_id: escalation.publicId,
        debtor_id: escalation.debtorId,
        conversation_id: escalation.conversationId,
        reason: escalation.reason,
        opened_at: escalation.openedAt,
        waiting_since: escalation.waitingSince,
        last_message_id: escalation.lastMessageId,
        answered_at: null,
        answered_by: null,
        closed_at: null,
        open_slot: 1,
        hold_id: null,
      },
    ]);
    return added === 1;
  }

  async calledAgain(
    accountId: number,
    id: number,
    call: { reason: CaseReason; waitingSince: Instant; lastMessageId: number },
  ): Promise<void> {
    await this.db.run(
      `update ${ESCALATION} set reason = ?, waiting_since = ?, last_message_id = ?, answered_at = null, answered_by = null where account_id = ? and id = ?`,
      [call.reason, call.waitingSince, call.lastMessageId, accountId, id],
    );
  }

  async answered(accountId: number, id: number, answer: { at: Instant; by: string; messageId: number }): Promise<void> {
    await this.db.run(`update ${ESCALATION} set answered_at = ?, answered_by = ?, last_message_id = ? where account_id = ? and id = ?`, [
      answer.at,
      answer.by,
      answer.messageId,
      accountId,
      id,
    ]);
  }

  async closed(accountId: number, id: number, at: Instant): Promise<void> {
    await this.db.run(`update ${ESCALATION} set closed_at = ?, open_slot = null where account_id = ? and id = ?`, [at, accountId, id]);
  }

  async pausedBy(accountId: number, id: number, holdId: string): Promise<void> {
    await this.db.run(`update ${ESCALATION} set hold_id = ? where account_id = ? and id = ?`, [holdId, accountId, id]);
  }

  /** Whether another open case still rests on this hold. */
  async holdInUse(accountId: number, holdId: string): Promise<boolean> {
    return (
      (await this.db.row(`select id from ${ESCALATION} where account_id = ? and hold_id = ? and open_slot = 1`, [accountId, holdId])) !==
      null
    );
  }
}

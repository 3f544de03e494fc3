import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { DebtorsStore } from "../portfolio/index.js";
import { type CaseReason, caseReasonOf } from "./domain/case-reason.js";
import { ESCALATION, type EscalationsTables } from "./escalations.tables.js";

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

const COLUMNS = [
  "id",
  "public_id as publicId",
  "debtor_id as debtorId",
  "conversation_id as conversationId",
  "reason",
  "waiting_since as waitingSince",
  "last_message_id as lastMessageId",
  "answered_at as answeredAt",
  "hold_id as holdId",
] as const;

@Injectable()
export class EscalationsStore {
  constructor(
    private readonly db: Database,
    private readonly debtors: DebtorsStore,
  ) {}

  /** Holds the debtor of the conversation's open case until the commit: debtors are locked before everything else. */
  async lockDebtor(accountId: number, conversationId: number): Promise<void> {
    const open = await this.open(accountId).select("debtor_id").where("conversation_id", "=", conversationId).executeTakeFirst();
    if (open?.debtor_id) await this.debtors.lock(accountId, [open.debtor_id]);
  }

  /** The conversation's open case, held until the commit. */
  async lockOpen(accountId: number, conversationId: number): Promise<Escalation | null> {
    const open = this.open(accountId).select(COLUMNS).where("conversation_id", "=", conversationId);
    const row = await this.db.held(open).executeTakeFirst();
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
        owner: null,
        owner_at: null,
      },
    ]);
    return added === 1;
  }

  async calledAgain(
    accountId: number,
    id: number,
    call: { reason: CaseReason; waitingSince: Instant; lastMessageId: number },
  ): Promise<void> {
    const { reason, waitingSince, lastMessageId } = call;
    const called = { reason, waiting_since: waitingSince, last_message_id: lastMessageId, answered_at: null, answered_by: null };
    await this.one(accountId, id).set(called).execute();
  }

  async answered(accountId: number, id: number, answer: { at: Instant; by: string; messageId: number }): Promise<void> {
    const { at, by, messageId } = answer;
    await this.one(accountId, id).set({ answered_at: at, answered_by: by, last_message_id: messageId }).execute();
  }

  async closed(accountId: number, id: number, at: Instant): Promise<void> {
    await this.one(accountId, id).set({ closed_at: at, open_slot: null }).execute();
  }

  /** @returns false when that is known, or something later is */
  async owned(accountId: number, id: number, owner: string | null, at: Instant): Promise<boolean> {
    const { numUpdatedRows } = await this.one(accountId, id)
      .set({ owner, owner_at: at })
      .where((is) => is.or([is("owner_at", "is", null), is("owner_at", "<", at)]))
      .where((is) => (owner === null ? is("owner", "is not", null) : is.or([is("owner", "is", null), is("owner", "<>", owner)])))
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  async pausedBy(accountId: number, id: number, holdId: string): Promise<void> {
    await this.one(accountId, id).set({ hold_id: holdId }).execute();
  }

  /** Whether another open case still rests on this hold. */
  async holdInUse(accountId: number, holdId: string): Promise<boolean> {
    return (await this.open(accountId).select("id").where("hold_id", "=", holdId).limit(1).executeTakeFirst()) !== undefined;
  }

  private open(accountId: number) {
    return this.tables.selectFrom(ESCALATION).where("account_id", "=", accountId).where("open_slot", "=", 1);
  }

  private one(accountId: number, id: number) {
    return this.tables.updateTable(ESCALATION).where("account_id", "=", accountId).where("id", "=", id);
  }

  private get tables() {
    return this.db.typed<EscalationsTables>();
  }
}

import { Injectable } from "@nestjs/common";
import { conflict, notFound } from "../../shared/errors.js";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { DebtorsStore } from "../portfolio/index.js";
import type { CaseOutcome } from "./domain/case-outcome.js";
import { type CaseReason, caseReasonOf } from "./domain/case-reason.js";
import { ownerRef, userOf } from "./domain/owner.js";
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
  /** Helpdesk user; null for nobody. */
  readonly owner: number | null;
  readonly closedAt: Instant | null;
  /** Resolved in the helpdesk, and kept open for a decision. */
  readonly resolvedAt: Instant | null;
}

export type NewEscalation = Omit<Escalation, "id" | "answeredAt" | "holdId" | "owner" | "closedAt" | "resolvedAt"> & {
  readonly openedAt: Instant;
};

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
  "owner",
  "closed_at as closedAt",
  "resolved_at as resolvedAt",
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
    return row ? read(row) : null;
  }

  /** A case, open or closed, with its debtor, both held until the commit; null where there is none. */
  async lockCase(accountId: number, publicId: string): Promise<Escalation | null> {
    const one = this.tables.selectFrom(ESCALATION).where("account_id", "=", accountId).where("public_id", "=", publicId);
    const found = await one.select("debtor_id").executeTakeFirst();
    if (!found) return null;
    if (found.debtor_id !== null) await this.debtors.lock(accountId, [found.debtor_id]);
    const row = await this.db.held(one.select(COLUMNS)).executeTakeFirst();
    return row ? read(row) : null;
  }

  /** As `lockCase`. @throws DomainError `case.not_found` */
  async mustExist(accountId: number, publicId: string): Promise<Escalation> {
    const one = await this.lockCase(accountId, publicId);
    if (!one) throw notFound("case.not_found", "There is no such case.");
    return one;
  }

  /** As `lockCase`. @throws DomainError `case.not_found`, `case.over` */
  async mustBeOpen(accountId: number, publicId: string): Promise<Escalation> {
    const one = await this.mustExist(accountId, publicId);
    if (one.closedAt === null) return one;
    throw conflict("case.over", "This case is closed.", {
      remedy: "Look at it to see what it ended with; a new message of the debtor opens another.",
    });
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
        snoozed_until: null,
        resolved_at: null,
        outcome: null,
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
    // Whoever put it aside did so before this was written, and whoever resolved it as well.
    await this.one(accountId, id)
      .set({ ...called, snoozed_until: null, resolved_at: null })
      .execute();
  }

  async answered(accountId: number, id: number, answer: { at: Instant; by: string; messageId: number }): Promise<void> {
    const { at, by, messageId } = answer;
    await this.one(accountId, id).set({ answered_at: at, answered_by: by, last_message_id: messageId }).execute();
  }

  async closed(accountId: number, id: number, at: Instant, outcome: CaseOutcome | null = null): Promise<void> {
    await this.one(accountId, id).set({ closed_at: at, open_slot: null, outcome }).execute();
  }

  /** Resolved in the helpdesk, and open until a person decides. */
  async resolved(accountId: number, id: number, at: Instant): Promise<void> {
    await this.one(accountId, id).set({ resolved_at: at }).execute();
  }

  /** Somebody decided whose it is, here and now. */
  async given(accountId: number, id: number, owner: number | null, at: Instant): Promise<void> {
    await this.one(accountId, id)
      .set({ owner: ownerRef(owner), owner_at: at })
      .execute();
  }

  async snoozed(accountId: number, id: number, until: Instant | null): Promise<void> {
    await this.one(accountId, id).set({ snoozed_until: until }).execute();
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

function read(row: Omit<Escalation, "reason" | "owner"> & { readonly reason: string; readonly owner: string | null }): Escalation {
  return { ...row, reason: caseReasonOf(row.reason), owner: userOf(row.owner) };
}

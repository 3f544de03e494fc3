import { Injectable } from "@nestjs/common";
import { system } from "../../shared/actor.js";
import type { Instant } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import { Ids } from "../../platform/crypto/ids.js";
import type { HostConversationState } from "../host/index.js";
import { Journal } from "../journal/index.js";
import { Holds, PortfolioReader } from "../portfolio/index.js";
import { CaseEvents } from "./clocks/case-events.service.js";
import type { ActionKind } from "./domain/action-kind.js";
import { type CaseReason, graver } from "./domain/case-reason.js";
import { waitsForDecision } from "./domain/deciding-holds.js";
import { escalationEvents } from "./escalations.events.js";
import { type Escalation, EscalationsStore } from "./escalations.store.js";
import { HostActionsStore } from "./host-actions.store.js";

export interface Call {
  /** Null while nobody knows whose number it is. */
  readonly debtorId: number | null;
  readonly conversationId: number;
  readonly reason: CaseReason;
  /** The debtor's message, and when it was written; the last there was, where the case is about something else. */
  readonly messageId: number;
  readonly at: Instant;
  /** Whether the debtor is not chased until the case is closed. */
  readonly pause: boolean;
}

const actor = system("escalations");

/**
 * Cases that people must take over, one open case a conversation.
 *
 * Life of a case: it needs a person until an agent answers in the conversation; it stays open after that, because an answer is not a
 * solution, and needs a person again when the debtor writes again; it is closed when the conversation is resolved in the helpdesk, unless a hold
 * waits for a person's decision, or by a person in Saldo.
 * The pause it brought (hold `needs_person`) ends with the case, or earlier when somebody ends the hold in Saldo. Holds with a reason of their
 * own (dispute, already paid, wrong person) outlive the case: resolving a conversation does not settle whether a debt is owed.
 */
@Injectable()
export class Escalations {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly store: EscalationsStore,
    private readonly actions: HostActionsStore,
    private readonly holds: Holds,
    private readonly journal: Journal,
    private readonly events: CaseEvents,
    private readonly portfolio: PortfolioReader,
  ) {}

  /**
   * Calls a person, in the caller's unit of work, which holds the debtor's lock. A further call while the case is open brings no second one.
   * @returns the case's public id
   */
  async call(accountId: number, call: Call): Promise<string> {
    const isNew = await this.open(accountId, call);
    const open = await this.store.lockOpen(accountId, call.conversationId);
    if (!open) throw new Error("The conversation's case was closed while its debtor was locked");
    if (isNew) await this.events.opened(accountId, open, call.at);
    else await this.callAgain(accountId, open, call);
    if (call.pause && call.debtorId !== null) {
      const hold = await this.holds.place(accountId, { debtorId: call.debtorId, reason: "needs_person", actor });
      await this.store.pausedBy(accountId, open.id, hold.public_id);
    }
    return open.publicId;
  }

  /** An agent wrote to the debtor, in the caller's unit of work. @returns whether a case had been waiting for it */
  async answered(
    accountId: number,
    answer: { conversationId: number; messageId: number; at: Instant; hostUserId: number },
  ): Promise<boolean> {
    const open = await this.store.lockOpen(accountId, answer.conversationId);
    if (!open) return false;
    const source = `message:${answer.messageId}`;
    await this.events.record(accountId, open.id, [{ kind: "wrote", author: "person", at: answer.at, source }]);
    if (open.answeredAt !== null || answer.messageId <= open.lastMessageId) return false;
    await this.store.answered(accountId, open.id, { at: answer.at, by: `user:${answer.hostUserId}`, messageId: answer.messageId });
    this.journal.append(accountId, {
      type: escalationEvents.answered,
      version: 1,
      actor: { kind: "person", accountId, hostUserId: answer.hostUserId, role: "agent" },
      debtorId: open.debtorId,
      payload: { case: open.publicId, conversation: open.conversationId, message: answer.messageId },
      at: answer.at,
    });
    return true;
  }

  /** The conversation changed in the helpdesk, in the caller's unit of work; resolving it closes the case. */
  async conversationChanged(accountId: number, conversation: HostConversationState): Promise<void> {
    if (conversation.status !== "resolved") return;
    await this.store.lockDebtor(accountId, conversation.id);
    const open = await this.store.lockOpen(accountId, conversation.id);
    // Webhooks come in any order: a resolution from before the debtor's last message is not about it.
    if (!open || conversation.updatedAt < open.waitingSince) return;
    if (await this.keptOpen(accountId, open)) return;
    const now = this.clock.now();
    await this.store.closed(accountId, open.id, now);
    // As late as it became known is no fault of whoever resolved it.
    const at = Math.min(now, conversation.updatedAt);
    await this.events.record(accountId, open.id, [{ kind: "resolved", at, source: `resolved:${at}` }]);
    this.journal.append(accountId, {
      type: escalationEvents.closed,
      version: 1,
      actor: { kind: "host" },
      debtorId: open.debtorId,
      payload: { case: open.publicId, conversation: open.conversationId, answered: open.answeredAt !== null },
    });
    if (open.holdId !== null && !(await this.store.holdInUse(accountId, open.holdId))) {
      await this.holds.release(accountId, open.holdId, { kind: "host" });
    }
  }

  /**
   * A life, a death or the law is not settled by resolving a conversation: the case stays until a person has said what shall become of the hold.
   * @returns whether it stays open
   */
  private async keptOpen(accountId: number, open: Escalation): Promise<boolean> {
    if (open.debtorId === null) return false;
    const now = this.clock.now();
    const holds = (await this.portfolio.activeHolds(accountId, [open.debtorId], now)).get(open.debtorId) ?? [];
    if (!waitsForDecision(holds)) return false;
    // The helpdesk tells the same several times.
    if (open.resolvedAt !== null) return true;
    await this.store.resolved(accountId, open.id, now);
    this.journal.append(accountId, {
      type: escalationEvents.keptOpen,
      version: 1,
      actor: { kind: "host" },
      debtorId: open.debtorId,
      payload: { case: open.publicId, conversation: open.conversationId, reason: open.reason },
    });
    return true;
  }

  /** @returns false when the conversation has an open case */
  private async open(accountId: number, call: Call): Promise<boolean> {
    const publicId = this.ids.next();
    const isNew = await this.store.add(accountId, {
      publicId,
      debtorId: call.debtorId,
      conversationId: call.conversationId,
      reason: call.reason,
      openedAt: this.clock.now(),
      waitingSince: call.at,
      lastMessageId: call.messageId,
    });
    if (!isNew) return false;
    this.record(accountId, escalationEvents.escalated, publicId, call);
    // A blocked contact's conversation is resolved, and a change of it before it is open would be taken for the case's end.
    const actions: readonly ActionKind[] = ["note", "label", "assign", "open"];
    await this.ask(accountId, publicId, call, call.reason === "blocked" ? actions.toReversed() : actions);
    return true;
  }

  private async callAgain(accountId: number, open: Escalation, call: Call): Promise<void> {
    const reason = graver(open.reason, call.reason);
    if (call.messageId > open.lastMessageId) {
      const waitingSince = open.answeredAt === null ? open.waitingSince : call.at;
      await this.store.calledAgain(accountId, open.id, { reason, waitingSince, lastMessageId: call.messageId });
      await this.events.record(accountId, open.id, [{ kind: "debtor_wrote", at: call.at, source: `debtor:${call.messageId}` }]);
      if (reason !== open.reason) await this.events.replanned(accountId, { ...open, reason });
      if (open.answeredAt !== null) this.record(accountId, escalationEvents.reopened, open.publicId, call);
    }
    // What is new about it is told in a note of its own; the same twice is not news.
    await this.ask(accountId, open.publicId, call, ["note"]);
  }

  private record(accountId: number, type: string, publicId: string, call: Call): void {
    this.journal.append(accountId, {
      type,
      version: 1,
      actor,
      debtorId: call.debtorId,
      payload: { case: publicId, conversation: call.conversationId, reason: call.reason },
    });
  }

  private async ask(accountId: number, caseId: string, call: Call, kinds: readonly ActionKind[]): Promise<void> {
    const { debtorId, conversationId, reason, messageId } = call;
    await this.actions.add(
      accountId,
      kinds.map((kind) => ({ kind, caseId, debtorId, conversationId, reason, afterMessageId: messageId })),
    );
  }
}

import { Inject, Injectable } from "@nestjs/common";
import { system } from "../../shared/actor.js";
import { SECOND, type Instant } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import { Ids } from "../../platform/crypto/ids.js";
import { KeyRing } from "../../platform/crypto/key-ring.js";
import { Sealer } from "../../platform/crypto/seal.js";
import { Database } from "../../platform/database/database.js";
import { type Account, AccountDirectory } from "../accounts/index.js";
import { Journal } from "../journal/index.js";
import { Attempts, PolicyDesk } from "../policy/index.js";
import type { ContactIntent, Decision } from "../policy/rules.js";
import { TemplateStatuses } from "../templates/index.js";
import { CadenceGate } from "./cadence-gate.js";
import type { Composed } from "./composer.js";
import { digestOf } from "./domain/digest.js";
import { outboxEvents } from "./outbox.events.js";
import { OUTBOX_SETTINGS, type OutboxSettings } from "./outbox.settings.js";
import { type MessageRecord, OutboxStore } from "./outbox.store.js";
import { OUTBOX_MESSAGE } from "./outbox.tables.js";
import { type Aside, type ClaimContext, Readiness, type Ready } from "./readiness.js";
import { RecipientsView } from "./recipients.view.js";
import { Refusals } from "./refusals.js";

/** The bytes must leave within this time after the intent; it also bounds how long "stop all" can be late. */
export const DEADLINE = 20 * SECOND;

const actor = system("dispatch");

/** A message whose intent is committed and whose bytes may leave once, before the deadline. */
export interface Claimed {
  readonly id: number;
  readonly ref: string;
  readonly debtorId: number;
  readonly fence: number;
  readonly attemptNo: number;
  readonly conversationId: number;
  readonly intentAt: Instant;
  /** On the monotonic clock. */
  readonly deadline: number;
  /** Wall clock; the lawful end less the margin. */
  readonly notAfter: Instant;
  /** The lawful end itself; what the helpdesk creates later is a violation. */
  readonly lawfulUntil: Instant | null;
  readonly composed: Composed;
  readonly reply: boolean;
}

/**
 * Step one of the send protocol: under the debtor's lock the whole policy is asked again, and claim, attempt, journal intent and the state
 * `sending` are one commit. A crash before it: nothing happened. After it: the message is on record and only the reconciler may touch it.
 */
@Injectable()
export class Claim {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly keys: KeyRing,
    private readonly sealer: Sealer,
    private readonly accounts: AccountDirectory,
    private readonly store: OutboxStore,
    private readonly recipients: RecipientsView,
    private readonly readiness: Readiness,
    private readonly refusals: Refusals,
    private readonly gate: CadenceGate,
    private readonly policy: PolicyDesk,
    private readonly attempts: Attempts,
    private readonly templates: TemplateStatuses,
    private readonly journal: Journal,
    @Inject(OUTBOX_SETTINGS) private readonly settings: OutboxSettings,
  ) {}

  /**
   * Claims at most `limit` due messages. `handled` counts those that moved at all (claimed, refused, set aside), so that the caller knows
   * whether another round can find more.
   */
  async take(accountId: number, limit: number, owner: string): Promise<{ claimed: Claimed[]; handled: number }> {
    const account = await this.accounts.get(accountId);
    const due = await this.store.due(accountId, this.clock.now(), limit);
    if (due.length === 0) return { claimed: [], handled: 0 };
    return this.db.inUnitOfWork("outbox.claim", () => this.decideAndClaim(account, due, owner));
  }

  private async decideAndClaim(
    account: Account,
    due: readonly { id: number; debtor_id: number }[],
    owner: string,
  ): Promise<{ claimed: Claimed[]; handled: number }> {
    const messages = (await this.store.dispatchSwitch(account.id)) ? await this.lock(account.id, due) : [];
    if (messages.length === 0) return { claimed: [], handled: 0 };
    const context = await this.contextFor(account, messages, owner);
    const worded: { message: MessageRecord; ready: Ready }[] = [];
    for (const message of messages) {
      const outcome = this.readiness.of(message, context);
      if ("composed" in outcome) worded.push({ message, ready: outcome });
      else await this.refusals.setAside(account.id, message, outcome, context.now);
    }
    const decisions = await this.policy.decideMany(
      account.id,
      worded.map(({ message, ready }) => ({ debtorId: message.debtor_id, intent: intentOf(message, ready.composed) })),
      context.now,
    );
    const closed = await this.gate.closed(
      account,
      worded.map(({ message }) => message),
      context.now,
    );
    const claimed: Claimed[] = [];
    for (const [index, { message, ready }] of worded.entries()) {
      const taken = await this.decideOne(context, message, ready, decisions[index] ?? null, closed.get(message.id) ?? null);
      if (taken) claimed.push(taken);
    }
    return { claimed, handled: messages.length };
  }

  /** Debtors first, in id order, then their messages; whoever is held by another worker is left to it. */
  private async lock(accountId: number, due: readonly { id: number; debtor_id: number }[]): Promise<MessageRecord[]> {
    const held = new Set(
      await this.store.claimDebtors(
        accountId,
        due.map((row) => row.debtor_id),
      ),
    );
    const ids = due.filter((row) => held.has(row.debtor_id)).map((row) => row.id);
    return ids.length === 0 ? [] : this.store.claimPlanned(accountId, ids);
  }

  private async contextFor(account: Account, messages: readonly MessageRecord[], owner: string): Promise<ClaimContext> {
    const debtorIds = messages.map((message) => message.debtor_id);
    const conversations = await this.store.conversations(account.id, account.inboxId, debtorIds);
    return {
      account,
      owner,
      now: this.clock.now(),
      recipients: await this.recipients.load(account.id, debtorIds),
      conversations: Map.groupBy(conversations, (row) => row.debtor_id),
      rightParties: await this.store.rightParties(account.id, account.inboxId, debtorIds),
      lastIntents: await this.store.lastIntents(account.id, debtorIds),
      sendable: await this.templates.sendable(account.id),
      keys: await this.keys.ofMany(account.id, "debtor", debtorIds),
    };
  }

  private async decideOne(
    context: ClaimContext,
    message: MessageRecord,
    ready: Ready,
    decision: Decision | null,
    closed: Aside | null,
  ): Promise<Claimed | null> {
    const { account, now } = context;
    if (decision?.verdict !== "allow") {
      await this.refusals.refuse(account.id, message, decision, now);
      return null;
    }
    const lacking = closed ?? this.readiness.lacks(message, ready, context);
    if (lacking) {
      await this.refusals.setAside(account.id, message, lacking, now);
      return null;
    }
    const notAfter = this.leaveBefore(message, decision);
    if (notAfter > now) return this.intend(context, message, ready, decision, notAfter);
    await this.waitForNextOpening(account.id, message, ready, decision, now);
    return null;
  }

  /** Until when the bytes may leave. The margin only shortens our own end; the law's minute stays exact in the decision. */
  private leaveBefore(message: MessageRecord, decision: Decision): Instant {
    if (decision.notAfter === undefined) return message.not_after;
    return Math.min(message.not_after, decision.notAfter - (message.kind === "reply" ? 0 : this.settings.closingMarginMs));
  }

  private async waitForNextOpening(
    accountId: number,
    message: MessageRecord,
    ready: Ready,
    decision: Decision,
    now: Instant,
  ): Promise<void> {
    const intent = intentOf(message, ready.composed);
    const [atClosing] = await this.policy.decideMany(accountId, [{ debtorId: message.debtor_id, intent }], decision.notAfter ?? now);
    await this.refusals.refuse(accountId, message, atClosing ?? null, now);
  }

  private async intend(
    context: ClaimContext,
    message: MessageRecord,
    ready: Ready,
    decision: Decision,
    notAfter: Instant,
  ): Promise<Claimed> {
    const { account, now } = context;
    const ref = message.ref ?? this.ids.next();
    const fence = message.fence + 1;
    const attemptNo = message.attempt_no + 1;
    const { composed, conversation } = ready;
    if (!conversation) throw new Error("A message without a conversation passed the readiness check");
    const place = { accountId: account.id, table: OUTBOX_MESSAGE, column: "body_sealed", row: ref };
    const moved = await this.store.move(account.id, message.id, message, {
      ref,
      state: "sending",
      reason: null,
      fence,
      attempt_no: attemptNo,
      owner: context.owner,
      deadline_at: now + DEADLINE,
      settle_at: now + DEADLINE + this.settings.settleMs,
      looks: 0,
      conversation_id: conversation.conversation_id,
      high_water_mark: conversation.last_message_id,
      body_sealed: this.sealer.seal(ready.key, place, composed.text),
      body_hash: composed.hash,
      language: (composed.template?.language ?? ready.recipient.locale).slice(0, 8),
      verdict: "allow",
      verdict_rule: null,
      intent_at: now,
    });
    if (!moved) throw new Error("A claimed message was moved by somebody else under our lock");
    await this.store.setDebts(account.id, message.id, composed.debtIds);
    const confirmsOptOut = message.template === OPT_OUT_CONFIRMATION;
    const isNew = await this.attempts.record(account.id, {
      debtorId: message.debtor_id,
      channel: "whatsapp",
      origin: message.kind === "reply" ? "assistant" : "cadence",
      purpose: message.kind === "reply" ? "reply" : "collection",
      at: now,
      sourceKey: `ref:${ref}`,
      debtPublicIds: composed.debtPublicIds,
      confirmsOptOut,
    });
    if (!isNew) await this.attempts.recount(account.id, `ref:${ref}`, now, message.kind !== "reply");
    this.journal.append(account.id, {
      type: outboxEvents.intended,
      version: 1,
      actor,
      debtorId: message.debtor_id,
      payload: {
        ref,
        kind: message.kind,
        step: message.step_id,
        anchor: message.anchor_date,
        template: composed.template?.name ?? message.template,
        language: composed.template?.language ?? null,
        debts: [...composed.debtPublicIds],
        conversation: conversation.conversation_id,
        bodyHash: composed.hash,
        attempt: attemptNo,
        decision: digestOf(decision),
      },
      personal: { text: composed.text },
    });
    return {
      id: message.id,
      ref,
      debtorId: message.debtor_id,
      fence,
      attemptNo,
      conversationId: conversation.conversation_id,
      intentAt: now,
      deadline: this.clock.monotonic() + DEADLINE,
      notAfter,
      lawfulUntil: decision.notAfter ?? null,
      composed,
      reply: message.kind === "reply",
    };
  }
}

/** The reply that confirms a "stop": the one message an opt-out still lets through. */
export const OPT_OUT_CONFIRMATION = "opt_out_confirmed";

function intentOf(message: MessageRecord, composed: Composed): ContactIntent {
  if (message.kind === "cadence")
    return {
      channel: "whatsapp",
      purpose: "collection",
      origin: "cadence",
      debtIds: composed.debtPublicIds,
      disclosures: ["opt_out", "creditor"],
    };
  return {
    channel: "whatsapp",
    purpose: "reply",
    origin: "assistant",
    debtIds: [],
    confirmsOptOut: message.template === OPT_OUT_CONFIRMATION,
  };
}

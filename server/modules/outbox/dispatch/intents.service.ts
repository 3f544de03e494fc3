import { Inject, Injectable } from "@nestjs/common";
import { system } from "../../../shared/actor.js";
import { SECOND, type Instant } from "../../../shared/instant.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Ids } from "../../../platform/crypto/ids.js";
import { Sealer } from "../../../platform/crypto/seal.js";
import { Journal } from "../../journal/index.js";
import { Attempts } from "../../policy/index.js";
import type { Decision } from "../../policy/rules.js";
import type { Composed } from "../composer.service.js";
import { digestOf } from "../domain/digest.js";
import { intentOf } from "../domain/intent-of.js";
import { outboxEvents } from "../outbox.events.js";
import { OUTBOX_SETTINGS, type OutboxSettings } from "../outbox.settings.js";
import { type MessageRecord, OutboxStore } from "../outbox.store.js";
import { OUTBOX_MESSAGE } from "../outbox.tables.js";
import type { ClaimContext, ReadyMessage } from "./message-readiness.service.js";

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

/** What a claim commits before a byte leaves: state `sending`, contact attempt, journal record and claim, in the caller's unit of work. */
@Injectable()
export class Intents {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly sealer: Sealer,
    private readonly store: OutboxStore,
    private readonly attempts: Attempts,
    private readonly journal: Journal,
    @Inject(OUTBOX_SETTINGS) private readonly settings: OutboxSettings,
  ) {}

  /** @param notAfter wall clock; when the bytes may leave at the latest */
  async write(context: ClaimContext, message: MessageRecord, ready: ReadyMessage, decision: Decision, notAfter: Instant): Promise<Claimed> {
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
      times_absent: 0,
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
    const { channel, origin, purpose, confirmsOptOut = false } = intentOf(message, composed.debtPublicIds);
    const isNew = await this.attempts.record(account.id, {
      debtorId: message.debtor_id,
      channel,
      origin,
      purpose,
      at: now,
      sourceKey: `ref:${ref}`,
      debtPublicIds: composed.debtPublicIds,
      confirmsOptOut,
    });
    if (!isNew) await this.attempts.recount(account.id, `ref:${ref}`, now, purpose === "collection");
    this.journal.append(account.id, {
      type: outboxEvents.intended,
      version: 1,
      actor,
      debtorId: message.debtor_id,
      payload: {
        ref,
        kind: message.kind,
        step: message.step_id,
        cadence: message.cadence_key,
        cadenceVersion: message.cadence_version,
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

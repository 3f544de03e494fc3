import { Injectable } from "@nestjs/common";
import { DomainError } from "../../../shared/errors.js";
import { HOUR, MINUTE, SECOND, type Instant } from "../../../shared/instant.js";
import { localDate } from "../../../shared/zone.js";
import { type DataKey, Sealer } from "../../../platform/crypto/seal.js";
import type { Account } from "../../accounts/index.js";
import { type Composed, Composer, type ReplyVariables } from "../composer.service.js";
import type { Unready } from "../domain/unready.js";
import type { MessageRecord, ReadyConversation } from "../outbox.store.js";
import { OUTBOX_MESSAGE } from "../outbox.tables.js";
import type { Recipient } from "../recipients.view.js";

/**
 * WhatsApp takes one message to a person in six seconds (error 131056), with a burst borrowed from the time after. A reminder keeps the
 * distance; an answer to what the debtor just wrote borrows, because it is awaited.
 */
const PAIR_INTERVAL = 6 * SECOND;
/** A number seen longer ago than this is read again before anything is sent to it. */
export const SOURCE_ID_FRESH = 24 * HOUR;
/** How long a message waits for its template before it looks again. */
const TEMPLATE_WAIT = 10 * MINUTE;

/** Everything read under the debtors' locks for one claim. */
export interface ClaimContext {
  readonly account: Account;
  readonly now: Instant;
  readonly owner: string;
  readonly recipients: ReadonlyMap<number, Recipient>;
  /** By debtor; the last is the one to write into. */
  readonly conversations: ReadonlyMap<number, readonly ReadyConversation[]>;
  /** Ids of conversations that send to a number of their own debtor. */
  readonly rightParties: ReadonlySet<number>;
  /** Debtors who may have written what nobody has read yet. */
  readonly unheard: ReadonlySet<number>;
  readonly lastIntents: ReadonlyMap<number, Instant>;
  /** By debtor: whose conversation could not be made ready. */
  readonly unready: ReadonlyMap<number, Unready>;
  readonly sendable: ReadonlySet<string>;
  readonly keys: ReadonlyMap<number, DataKey>;
}

/** The words, and where they go. */
export interface ReadyMessage {
  readonly composed: Composed;
  /** Null until the conversation is ensured and its number was seen lately. */
  readonly conversation: ReadyConversation | null;
  readonly recipient: Recipient;
  readonly key: DataKey;
}

/** Why a due message does not even reach the policy. */
export type Withheld =
  | { readonly state: "cancelled" | "parked"; readonly reason: string }
  | { readonly state: "planned"; readonly reason: string; readonly notBefore: Instant };

/** How long a message waits until its debtor's words are read. */
const WORDS_WAIT = MINUTE;
/** Its debtor's turn to be prepared has not come. */
export const CONVERSATION_MISSING = "conversation_missing";
/** How long a message waits for its conversation; the next round prepares it. */
const CONVERSATION_WAIT = 5 * SECOND;

/**
 * What a due message needs besides permission: somebody to write to and words that fit (`of`, before the policy is asked), then a
 * conversation with the right number, an approved text and six seconds' distance (`lacks`, once the policy has said yes). In this order, so
 * that a refusal is on record with its article even where the message could not have gone anyway.
 */
@Injectable()
export class MessageReadiness {
  constructor(
    private readonly composer: Composer,
    private readonly sealer: Sealer,
  ) {}

  of(message: MessageRecord, context: ClaimContext): ReadyMessage | Withheld {
    const recipient = context.recipients.get(message.debtor_id);
    const key = context.keys.get(message.debtor_id);
    if (!recipient || !key) return { state: "cancelled", reason: "debtor_erased" };
    try {
      const composed = this.compose(message, recipient, key, context);
      if ("nothing" in composed) return { state: "cancelled", reason: composed.nothing };
      return { composed, conversation: fresh(conversationFor(message, context), context.now), recipient, key };
    } catch (error) {
      if (error instanceof DomainError) return { state: "parked", reason: error.code.slice(0, 80) };
      throw error;
    }
  }

  /** `null`: nothing, it may go. */
  lacks(message: MessageRecord, ready: ReadyMessage, context: ClaimContext): Withheld | null {
    const { now } = context;
    const unready = notReady(message, ready, context);
    if (unready) return unready;
    // An answer goes to what was read; a reminder may be what the debtor has long asked not to get.
    if (message.kind === "cadence" && context.unheard.has(message.debtor_id))
      return { state: "planned", reason: "words_unread", notBefore: now + WORDS_WAIT };
    if (!ready.conversation) return { state: "planned", reason: CONVERSATION_MISSING, notBefore: now + CONVERSATION_WAIT };
    if (!context.rightParties.has(ready.conversation.conversation_id)) return { state: "parked", reason: "number_differs" };
    const { templateKey } = ready.composed;
    if (templateKey !== null && !context.sendable.has(templateKey))
      return { state: "planned", reason: "template_not_sendable", notBefore: now + TEMPLATE_WAIT };
    const last = context.lastIntents.get(message.debtor_id);
    if (message.kind === "cadence" && last !== undefined && now < last + PAIR_INTERVAL)
      return { state: "planned", reason: "pair_interval", notBefore: last + PAIR_INTERVAL };
    return null;
  }

  private compose(message: MessageRecord, recipient: Recipient, key: DataKey, { account, now }: ClaimContext) {
    const asOf = localDate(recipient.zones[0] ?? account.zone, now);
    if (message.kind === "cadence")
      return this.composer.reminder(message.template, message.anchor_date ?? asOf, asOf, recipient, account.creditorName);
    const { values, buttons } = this.variables(account.id, key, message);
    return this.composer.reply(message.template, recipient, asOf, { values: { creditor: account.creditorName, ...values }, buttons });
  }

  private variables(accountId: number, key: DataKey, message: MessageRecord): ReplyVariables {
    if (message.variables_sealed === null) return { values: {}, buttons: [] };
    const place = { accountId, table: OUTBOX_MESSAGE, column: "variables_sealed", row: message.dedupe_key };
    return JSON.parse(this.sealer.open(key, place, message.variables_sealed)) as ReplyVariables;
  }
}

/** An answer goes where the debtor wrote; anything else into the conversation that was ensured last. */
function conversationFor(message: MessageRecord, { conversations }: ClaimContext): ReadyConversation | undefined {
  const own = conversations.get(message.debtor_id);
  return message.kind === "reply" ? own?.find((row) => row.conversation_id === message.conversation_id) : own?.at(-1);
}

function fresh(conversation: ReadyConversation | undefined, now: Instant): ReadyConversation | null {
  const seen = conversation?.source_id_seen_at ?? null;
  return conversation && conversation.source_id_hash !== null && seen !== null && now - seen <= SOURCE_ID_FRESH ? conversation : null;
}

/** What is known to stand against the debtor's conversation; an answer goes where the debtor wrote, whatever the others are like. */
function notReady(message: MessageRecord, { conversation }: ReadyMessage, context: ClaimContext): Withheld | null {
  const { now } = context;
  if (conversation && message.kind === "reply") return null;
  const unready = context.unready.get(message.debtor_id);
  if (unready) {
    if (unready.givenUp && unready.retryAt > now) return { state: "parked", reason: unready.reason };
    return { state: "planned", reason: unready.reason, notBefore: Math.max(unready.retryAt, now + CONVERSATION_WAIT) };
  }
  if (message.kind !== "reply" || !fresh(context.conversations.get(message.debtor_id)?.at(-1), now)) return null;
  // The debtor is ready, and yet it is not known which number this conversation sends to: the helpdesk told a username, or nothing.
  return { state: "parked", reason: "number_not_told" };
}

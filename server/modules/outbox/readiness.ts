import { Injectable } from "@nestjs/common";
import { DomainError } from "../../shared/errors.js";
import { HOUR, MINUTE, SECOND, type Instant } from "../../shared/instant.js";
import { localDate } from "../../shared/zone.js";
import { type DataKey, Sealer } from "../../platform/crypto/seal.js";
import type { Account } from "../accounts/index.js";
import { type Composed, Composer } from "./composer.js";
import type { MessageRecord, ReadyConversation } from "./outbox.store.js";
import { OUTBOX_MESSAGE } from "./outbox.tables.js";
import type { Recipient } from "./recipients.view.js";

/** WhatsApp takes one message to a person in six seconds (error 131056). */
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
  readonly conversations: ReadonlyMap<number, ReadyConversation>;
  readonly rightParties: ReadonlySet<number>;
  readonly lastIntents: ReadonlyMap<number, Instant>;
  readonly sendable: ReadonlySet<string>;
  readonly keys: ReadonlyMap<number, DataKey>;
}

/** The words, and where they go. */
export interface Ready {
  readonly composed: Composed;
  readonly conversation: ReadyConversation;
  readonly recipient: Recipient;
  readonly key: DataKey;
}

/** Why a due message does not even reach the policy. */
export type Aside =
  | { readonly state: "cancelled" | "parked"; readonly reason: string }
  | { readonly state: "planned"; readonly reason: string; readonly notBefore: Instant };

/** Whether a due message could go if the policy allows it: somebody to write to, the right number, an approved text, words that fit. */
@Injectable()
export class Readiness {
  constructor(
    private readonly composer: Composer,
    private readonly sealer: Sealer,
  ) {}

  /** `null`: its conversation is not prepared yet; the preparation of the next round brings it. */
  of(message: MessageRecord, context: ClaimContext): Ready | Aside | null {
    const { now } = context;
    const recipient = context.recipients.get(message.debtor_id);
    const conversation = context.conversations.get(message.debtor_id);
    const key = context.keys.get(message.debtor_id);
    if (!recipient || !key) return { state: "cancelled", reason: "debtor_erased" };
    if (!conversation || conversation.source_id_seen_at === null || now - conversation.source_id_seen_at > SOURCE_ID_FRESH) return null;
    if (!context.rightParties.has(message.debtor_id)) return { state: "parked", reason: "number_differs" };
    const last = context.lastIntents.get(message.debtor_id);
    if (last !== undefined && now < last + PAIR_INTERVAL)
      return { state: "planned", reason: "pair_interval", notBefore: last + PAIR_INTERVAL };
    try {
      const composed = this.compose(message, recipient, key, context);
      if ("nothing" in composed) return { state: "cancelled", reason: composed.nothing };
      if (composed.templateKey !== null && !context.sendable.has(composed.templateKey)) {
        return { state: "planned", reason: "template_not_sendable", notBefore: now + TEMPLATE_WAIT };
      }
      return { composed, conversation, recipient, key };
    } catch (error) {
      if (error instanceof DomainError) return { state: "parked", reason: error.code.slice(0, 80) };
      throw error;
    }
  }

  private compose(message: MessageRecord, recipient: Recipient, key: DataKey, { account, now }: ClaimContext) {
    const asOf = localDate(recipient.zones[0] ?? account.zone, now);
    if (message.kind === "cadence")
      return this.composer.reminder(message.template, message.anchor_date ?? asOf, asOf, recipient, account.creditorName);
    return this.composer.reply(message.template, recipient, asOf, {
      creditor: account.creditorName,
      ...this.variables(account.id, key, message),
    });
  }

  private variables(accountId: number, key: DataKey, message: MessageRecord): Record<string, string> {
    if (message.variables_sealed === null) return {};
    const place = { accountId, table: OUTBOX_MESSAGE, column: "variables_sealed", row: message.dedupe_key };
    return JSON.parse(this.sealer.open(key, place, message.variables_sealed)) as Record<string, string>;
  }
}

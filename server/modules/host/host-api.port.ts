import type { Instant } from "../../shared/instant.js";
import type { HostAccess, HostUser } from "../accounts/index.js";

export type { HostAccess, HostUser };

export interface HostMessageDraft {
  readonly conversationId: number;
  /** Exactly what the debtor will read; the helpdesk stores and shows it. */
  readonly content: string;
  /** Our marker, returned by list and webhooks; the only proof that a message is ours. Null for private notes without one. */
  readonly ref: string | null;
  readonly private?: boolean;
  /** Approved template and its parameters; absent for free text inside the 24-hour window. */
  readonly template?: {
    readonly name: string;
    readonly language: string;
    readonly category: string;
    readonly processedParams: Readonly<Record<string, unknown>>;
  };
  /** Reply buttons inside the window (at most three). */
  readonly buttons?: readonly string[];
}

/**
 * What is known after one POST. `not_created` is proof (the request never left, or 401, 403, 404, 429);
 * everything else without a clean answer is `unknown` and belongs to the reconciler.
 */
export type SendOutcome =
  | {
      readonly kind: "accepted";
      readonly hostMessageId: number;
      /** Null when the answer does not tell. */
      readonly hostCreatedAt: Instant | null;
      readonly sourceId: string | null;
    }
  | {
      readonly kind: "not_created";
      readonly reason: "unreachable" | "unauthorised" | "missing" | "throttled";
      readonly status: number | null;
    }
  | {
      readonly kind: "unknown";
      readonly reason: "timeout" | "reset" | "server_error" | "unprocessable" | "unreadable";
      readonly status: number | null;
    };

export interface HostMessage {
  readonly id: number;
  readonly conversationId: number;
  readonly direction: "incoming" | "outgoing" | "activity" | "template";
  readonly private: boolean;
  readonly content: string | null;
  /** `sent` before anything was sent: acceptance by WhatsApp is `sourceId`. */
  readonly status: "sent" | "delivered" | "read" | "failed" | null;
  readonly sourceId: string | null;
  readonly ref: string | null;
  readonly inReplyTo: number | null;
  readonly error: string | null;
  readonly createdAt: Instant;
  readonly senderKind: "user" | "agent_bot" | "contact" | "system";
  readonly senderId: number | null;
  /** Number of the contact who wrote, E.164; absent or null when the helpdesk does not tell. */
  readonly senderPhone?: string | null;
  readonly deleted: boolean;
}

/** A contact as the helpdesk knows it now. */
export interface HostPerson {
  readonly contactId: number;
  /** E.164. May differ from the number a conversation sends to: contacts are merged and edited, conversations stay with their number. */
  readonly phone: string | null;
  /** The helpdesk drops what a blocked contact writes; null when it does not tell. */
  readonly blocked: boolean | null;
}

/** A contact changed in the helpdesk. */
export interface HostContactChange {
  readonly person: HostPerson;
  /** Null when the helpdesk does not tell. */
  readonly changedAt: Instant | null;
  /** `changedAt`, when it was blocked by this very change. */
  readonly blockedAt: Instant | null;
}

/** A contact as it is read by itself. */
export interface HostContactCard {
  readonly person: HostPerson;
  /** Its WhatsApp ids in the inbox, without `+`: numbers, and ids of usernames. */
  readonly whatsappIds: readonly string[];
}

export interface HostConversationState {
  readonly id: number;
  readonly inboxId: number;
  readonly contactId: number;
  readonly status: "open" | "resolved" | "pending" | "snoozed";
  /** The WhatsApp number or id it sends to, without `+`; null where the helpdesk does not tell, as in a listing of one without messages. */
  readonly sourceId: string | null;
  readonly labels: readonly string[];
  readonly updatedAt: Instant;
  /** Absent where the helpdesk was not asked. */
  readonly person?: HostPerson | null;
  /** The helpdesk's word for the kind of inbox, e.g. `Channel::Whatsapp`. */
  readonly channel?: string | null;
  /** On WhatsApp: whether the contact wrote here in the last 24 hours. */
  readonly canReply?: boolean | null;
  /** Of its newest message, as far as the helpdesk tells; null when it has none. */
  readonly lastMessageId?: number | null;
  /** The agent it is assigned to, null where it is nobody's; absent where the helpdesk was not asked. */
  readonly assigneeId?: number | null;
}

export interface HostContact {
  readonly contactId: number;
  /** The number it has in the inbox, without `+`. */
  readonly sourceId: string;
  /** Made just now: it has no conversation yet. */
  readonly created: boolean;
  readonly person?: HostPerson;
}

/**
 * What an inbox says of itself: `open` takes and sends; `reauthorise`: WhatsApp has to be connected anew, and until then the helpdesk may drop
 * what debtors write; `gone`: removed; `not_whatsapp`: it is another channel now.
 */
export const INBOX_STATES = ["open", "reauthorise", "gone", "not_whatsapp"] as const;
export type InboxState = (typeof INBOX_STATES)[number];

/** `created`: made just now, so it has no message yet. */
export type EnsuredConversation = HostConversationState & { readonly created: boolean };

export interface HostTemplate {
  readonly name: string;
  readonly language: string;
  /** Meta's word, e.g. APPROVED; unknown words are not sendable. */
  readonly status: string;
  readonly category: string;
  /** As WhatsApp shows it; a text that differs from ours is not sendable. */
  readonly components: readonly {
    readonly type: string;
    readonly format?: string;
    readonly text?: string;
    readonly buttons?: readonly { readonly type: string; readonly text?: string }[];
  }[];
}

/**
 * The helpdesk, as far as Saldo uses it. Adapters throw `DomainError('unavailable', 'host.…')` when it does not answer
 * and `DomainError` of the matching kind when it refuses; `postMessage` never throws: its outcome is data.
 */
export abstract class HostApi {
  /** Whose token this is, and the person's role in the account. Throws `unauthenticated` when the helpdesk refuses it, `forbidden` when the person is not in the account. */
  abstract whoAmI(baseUrl: string, hostAccountId: number, token: string): Promise<HostUser>;
  abstract listUsers(access: HostAccess): Promise<readonly HostUser[]>;
  abstract listTemplates(access: HostAccess, inboxId: number): Promise<readonly HostTemplate[]>;
  abstract syncTemplates(access: HostAccess, inboxId: number): Promise<void>;
  /** Finds or makes the contact that owns the number in the inbox. `phone` is E.164 with `+`. */
  abstract ensureContact(
    access: HostAccess,
    inboxId: number,
    contact: { phone: string; name: string; identifier: string },
  ): Promise<HostContact>;
  /** The contact's WhatsApp ids in the inbox, without `+`: numbers, and ids of usernames. */
  abstract whatsappIds(access: HostAccess, inboxId: number, contactId: number): Promise<readonly string[]>;
  /** Throws `not_found` when the contact was deleted, or merged into another. */
  abstract contact(access: HostAccess, inboxId: number, contactId: number): Promise<HostContactCard>;
  /** The contact's conversations in every inbox, the newest first; the helpdesk tells of twenty. */
  abstract conversationsOf(access: HostAccess, contactId: number): Promise<readonly HostConversationState[]>;
  /** Conversations of the inbox that send to this WhatsApp id, the newest first. */
  abstract conversationsTo(access: HostAccess, inboxId: number, whatsappId: string): Promise<readonly HostConversationState[]>;
  /** A conversation without a message that sends to this WhatsApp id of the contact, `snoozed`: quiet for the agents, reopened in place by the debtor's answer. */
  abstract createConversation(access: HostAccess, inboxId: number, contactId: number, whatsappId: string): Promise<EnsuredConversation>;
  /** One POST, never repeated by the client; total time at most `timeoutMs`. */
  abstract postMessage(access: HostAccess, draft: HostMessageDraft, timeoutMs: number): Promise<SendOutcome>;
  /** Null when it is gone. */
  abstract conversation(access: HostAccess, conversationId: number): Promise<HostConversationState | null>;
  /** What the inbox says of itself now. */
  abstract inboxState(access: HostAccess, inboxId: number): Promise<InboxState>;
  /** Whether the helpdesk takes this token for sending. Nothing is made by asking. @throws DomainError `host.*` when it does not answer */
  abstract senderAccepted(access: HostAccess): Promise<boolean>;
  /** Highest id of a message in the conversation; 0 when it has none. */
  abstract latestMessageId(access: HostAccess, conversationId: number): Promise<number>;
  /** Messages with an id above `afterId`, ascending, until exhausted. Throws `not_found` when the conversation is gone. */
  abstract messagesAfter(access: HostAccess, conversationId: number, afterId: number): Promise<readonly HostMessage[]>;
  /** Messages from `since` on, ascending. Throws `not_found` when the conversation is gone, `unavailable` when there are too many to be true. */
  abstract messagesSince(access: HostAccess, conversationId: number, since: Instant): Promise<readonly HostMessage[]>;
  /** All messages, ascending, a page at a time. Throws as `messagesSince`. */
  abstract allMessages(access: HostAccess, conversationId: number): AsyncIterable<readonly HostMessage[]>;
  /**
   * Conversations of every inbox that changed after `since` by the helpdesk's clock, a page at a time. What changes while they are read may be
   * told twice; what changed before is never left out.
   */
  abstract conversationsSince(access: HostAccess, since: Instant, now: Instant): AsyncIterable<readonly HostConversationState[]>;
  abstract addLabel(access: HostAccess, conversationId: number, label: string): Promise<void>;
  abstract assignTeam(access: HostAccess, conversationId: number, teamId: number): Promise<void>;
  /** Null takes it from whoever has it. */
  abstract assignAgent(access: HostAccess, conversationId: number, hostUserId: number | null): Promise<void>;
  /** Marks it urgent in the helpdesk's own lists. */
  abstract markUrgent(access: HostAccess, conversationId: number): Promise<void>;
  abstract openConversation(access: HostAccess, conversationId: number): Promise<void>;
  abstract resolveConversation(access: HostAccess, conversationId: number): Promise<void>;
}

import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import type { HostConversationState, HostMessage } from "./host-api.port.js";

export type MessageHandler = (accountId: number, message: HostMessage, conversation: HostConversationState) => Promise<void>;
/** The helpdesk drops what the debtor writes, since that instant. */
export type BlockedHandler = (accountId: number, debtorId: number, since: Instant) => Promise<void>;
export type ConversationHandler = (accountId: number, conversation: HostConversationState) => Promise<void>;
/** What was written before Saldo was in touch, oldest first. Called outside units of work; the same page may come again. */
export type EarlierHandler = (accountId: number, messages: readonly HostMessage[], conversation: HostConversationState) => Promise<void>;
/** Row ids of the debtors a conversation may be with. */
export type DebtorsOf = (accountId: number, conversation: HostConversationState) => Promise<readonly number[]>;

/**
 * What happens in the helpdesk, as other modules hear of it. Modules register in `onModuleInit`. Handlers run one after another inside one unit of
 * work per delivery or listed message, so they await the database only. The same message comes several times (created, each status, the
 * reconciler's re-reads), in any order, and with `status: null` when the webhook did not tell it: handlers are idempotent and only move forward.
 */
@Injectable()
export class HostEvents {
  private readonly messageHandlers: MessageHandler[] = [];
  private readonly conversationHandlers: ConversationHandler[] = [];
  private readonly blockedHandlers: BlockedHandler[] = [];
  private readonly earlierHandlers: EarlierHandler[] = [];
  private readonly debtorsOf: DebtorsOf[] = [];

  onMessage(handler: MessageHandler): void {
    this.messageHandlers.push(handler);
  }

  onConversation(handler: ConversationHandler): void {
    this.conversationHandlers.push(handler);
  }

  onEarlier(handler: EarlierHandler): void {
    this.earlierHandlers.push(handler);
  }

  /** Whoever knows debtors by their numbers says so: what strangers write is not asked for. */
  whoseIs(debtorsOf: DebtorsOf): void {
    this.debtorsOf.push(debtorsOf);
  }

  /** Once a block, of debtors with whom there is a conversation. */
  onDebtorBlocked(handler: BlockedHandler): void {
    this.blockedHandlers.push(handler);
  }

  async message(accountId: number, message: HostMessage, conversation: HostConversationState): Promise<void> {
    for (const handler of this.messageHandlers) await handler(accountId, message, conversation);
  }

  async conversation(accountId: number, conversation: HostConversationState): Promise<void> {
    for (const handler of this.conversationHandlers) await handler(accountId, conversation);
  }

  async earlier(accountId: number, messages: readonly HostMessage[], conversation: HostConversationState): Promise<void> {
    for (const handler of this.earlierHandlers) await handler(accountId, messages, conversation);
  }

  async debtors(accountId: number, conversation: HostConversationState): Promise<readonly number[]> {
    const found = new Set<number>();
    for (const debtorsOf of this.debtorsOf) for (const debtorId of await debtorsOf(accountId, conversation)) found.add(debtorId);
    return [...found];
  }

  async debtorBlocked(accountId: number, debtorId: number, since: Instant): Promise<void> {
    for (const handler of this.blockedHandlers) await handler(accountId, debtorId, since);
  }
}

import { Injectable } from "@nestjs/common";
import type { HostConversationState, HostMessage } from "./host-api.js";

export type MessageHandler = (accountId: number, message: HostMessage, conversation: HostConversationState) => Promise<void>;
export type ConversationHandler = (accountId: number, conversation: HostConversationState) => Promise<void>;

/**
 * What happens in the helpdesk, as other modules hear of it. Modules register in `onModuleInit`. Handlers run one after another inside one unit of
 * work per delivery or listed message, so they await the database only. The same message comes several times (created, each status, the
 * reconciler's re-reads), in any order, and with `status: null` when the webhook did not tell it: handlers are idempotent and only move forward.
 */
@Injectable()
export class HostEvents {
  private readonly messageHandlers: MessageHandler[] = [];
  private readonly conversationHandlers: ConversationHandler[] = [];

  onMessage(handler: MessageHandler): void {
    this.messageHandlers.push(handler);
  }

  onConversation(handler: ConversationHandler): void {
    this.conversationHandlers.push(handler);
  }

  async message(accountId: number, message: HostMessage, conversation: HostConversationState): Promise<void> {
    for (const handler of this.messageHandlers) await handler(accountId, message, conversation);
  }

  async conversation(accountId: number, conversation: HostConversationState): Promise<void> {
    for (const handler of this.conversationHandlers) await handler(accountId, conversation);
  }
}

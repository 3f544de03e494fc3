import { Injectable } from "@nestjs/common";
import { DomainError } from "../../../shared/errors.js";
import { ConversationReading, conversationStateOf } from "./conversation-reading.service.js";
import { type HostAccess, HostApi, type HostMessage } from "../host-api.port.js";
import type { HostConversationRow } from "../conversations/host-conversation.entity.js";
import { RollbackWatch } from "./rollback-watch.service.js";

/** Reads what became of the messages of one conversation. What is found goes the way of the webhooks, whose handlers are idempotent. */
@Injectable()
export class StatusReading {
  constructor(
    private readonly api: HostApi,
    private readonly reading: ConversationReading,
    private readonly rollback: RollbackWatch,
  ) {}

  /** @param messageId the first whose state is not known */
  async from(access: HostAccess, known: HostConversationRow, messageId: number): Promise<void> {
    const messages = await this.messages(access, known.conversationId, messageId - 1);
    if (!messages) return;
    await this.reading.take(access.accountId, conversationStateOf(known), messages);
    await this.rollback.check(access, known, messages);
  }

  /** Null when the conversation was deleted. */
  private async messages(access: HostAccess, conversationId: number, afterId: number): Promise<readonly HostMessage[] | null> {
    try {
      return await this.api.messagesAfter(access, conversationId, Math.max(0, afterId));
    } catch (error) {
      if (error instanceof DomainError && error.kind === "not_found") return null;
      throw error;
    }
  }
}

import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Conversations } from "../host/index.js";
import { type Call, Escalations } from "./escalations.service.js";

/** Calls a person about a debtor who has not just written. */
@Injectable()
export class DebtorCalls {
  constructor(
    private readonly conversations: Conversations,
    private readonly escalations: Escalations,
  ) {}

  /**
   * In the caller's unit of work, which holds the debtor's lock. Where nobody ever wrote there is no conversation to call somebody into; then the
   * lists show why.
   */
  async about(accountId: number, debtorId: number, at: Instant, why: Pick<Call, "reason" | "pause">): Promise<void> {
    const conversation = await this.conversations.byDebtor(accountId, debtorId);
    if (!conversation) return;
    const { conversationId, lastMessageId: messageId } = conversation;
    await this.escalations.call(accountId, { debtorId, conversationId, messageId, at, ...why });
  }
}

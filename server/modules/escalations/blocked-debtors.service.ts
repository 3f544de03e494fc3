import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { Conversations } from "../host/index.js";
import { Escalations } from "./escalations.service.js";

/** Calls a person about a debtor whom the helpdesk does not let speak. */
@Injectable()
export class BlockedDebtors {
  constructor(
    private readonly conversations: Conversations,
    private readonly escalations: Escalations,
    private readonly clock: Clock,
  ) {}

  /** In the caller's unit of work, which holds the debtor's lock. The policy keeps everything back meanwhile; there is nothing to pause. */
  async call(accountId: number, debtorId: number): Promise<void> {
    const conversation = await this.conversations.byDebtor(accountId, debtorId);
    if (!conversation) return;
    const { conversationId, lastMessageId: messageId } = conversation;
    await this.escalations.call(accountId, { debtorId, conversationId, reason: "blocked", messageId, at: this.clock.now(), pause: false });
  }
}

import { Injectable } from "@nestjs/common";
import { DebtorConversations } from "../../portfolio/index.js";
import { HostConversationStore } from "./host-conversation.store.js";

/** Conversations as the debtor's page asks for them. */
@Injectable()
export class RecordedConversations extends DebtorConversations {
  constructor(private readonly conversations: HostConversationStore) {
    super();
  }

  async newestOf(accountId: number, debtorId: number): Promise<number | null> {
    return (await this.conversations.byDebtor(accountId, debtorId))?.conversationId ?? null;
  }

  async debtorIn(accountId: number, conversationId: number): Promise<number | null> {
    return (await this.conversations.byConversation(accountId, conversationId))?.debtorId ?? null;
  }
}

import { Injectable } from "@nestjs/common";
import type { Actor } from "../../shared/actor.js";
import { AccountDirectory } from "../accounts/index.js";
import { Escalations } from "../escalations/index.js";
import { Conversations, type HostConversationState, type HostMessage } from "../host/index.js";
import { Journal } from "../journal/index.js";
import { Attempts, policyEvents } from "../policy/index.js";
import { type Purpose, REPLY_WINDOW } from "../policy/rules.js";
import { AnswersView } from "./answers.view.js";
import { InboundMessagesStore } from "./inbound-messages.store.js";

/**
 * Takes what people of the account write to debtors in the helpdesk. It is a contact like any other and counts like one; an agent's words are also
 * the answer a case waited for. Messages without a sender (an automation, the phone's own app) count but answer nothing.
 */
@Injectable()
export class AgentMessages {
  constructor(
    private readonly accounts: AccountDirectory,
    private readonly conversations: Conversations,
    private readonly view: AnswersView,
    private readonly inbound: InboundMessagesStore,
    private readonly attempts: Attempts,
    private readonly escalations: Escalations,
    private readonly journal: Journal,
  ) {}

  async take(accountId: number, message: HostMessage, conversation: HostConversationState): Promise<void> {
    if (message.direction !== "outgoing" || message.private || message.ref !== null || message.senderKind === "agent_bot") return;
    if (conversation.inboxId !== (await this.accounts.get(accountId)).inboxId || (await this.view.isOurs(accountId, message.id))) return;
    const known = await this.conversations.byConversationId(accountId, conversation.id);
    if (known) await this.count(accountId, known.debtorId, message);
    if (message.senderKind !== "user" || message.senderId === null) return;
    const { id: messageId, conversationId, createdAt: at, senderId: hostUserId } = message;
    await this.escalations.answered(accountId, { conversationId, messageId, at, hostUserId });
  }

  private async count(accountId: number, debtorId: number, message: HostMessage): Promise<void> {
    await this.view.lock(accountId, [debtorId]);
    const purpose = await this.purpose(accountId, message);
    const isNew = await this.attempts.record(accountId, {
      debtorId,
      channel: "whatsapp",
      origin: "agent",
      purpose,
      at: message.createdAt,
      sourceKey: `host:${message.id}`,
      debtPublicIds: [],
    });
    if (!isNew) return;
    this.journal.append(accountId, {
      type: policyEvents.attemptObserved,
      version: 1,
      actor: actorOf(accountId, message),
      debtorId,
      payload: { message: message.id, conversation: message.conversationId, channel: "whatsapp", origin: "agent", purpose },
      at: message.createdAt,
    });
  }

  /** Inside the window after the debtor's own message it is an answer; anything else is a contact the account made. */
  private async purpose(accountId: number, { conversationId, createdAt }: HostMessage): Promise<Purpose> {
    const last = await this.inbound.lastBefore(accountId, conversationId, createdAt);
    return last !== null && createdAt < last + REPLY_WINDOW ? "reply" : "collection";
  }
}

function actorOf(accountId: number, { senderKind, senderId }: HostMessage): Actor {
  return senderKind === "user" && senderId !== null ? { kind: "person", accountId, hostUserId: senderId, role: "agent" } : { kind: "host" };
}

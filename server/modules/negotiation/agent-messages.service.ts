import { Injectable } from "@nestjs/common";
import type { Actor } from "../../shared/actor.js";
import { AccountDirectory } from "../accounts/index.js";
import { Escalations } from "../escalations/index.js";
import type { HostConversationState, HostMessage } from "../host/index.js";
import { Journal } from "../journal/index.js";
import { Objections } from "../outbox/index.js";
import { errorCodeOf, isObjection } from "../outbox/rules.js";
import { type Attempt, Attempts, policyEvents } from "../policy/index.js";
import { REPLY_WINDOW } from "../policy/rules.js";
import { AnswersView } from "./answers.view.js";
import { channelOf, isWhatsApp } from "./domain/channel-of.js";
import { InboundMessagesStore } from "./inbound-messages.store.js";

/**
 * Takes what people of the account write to debtors in the helpdesk, in whatever inbox. It is a contact like any other and counts like one; an
 * agent's words are also the answer a case waited for. Messages without a sender (an automation, the phone's own app) count but answer nothing.
 */
@Injectable()
export class AgentMessages {
  constructor(
    private readonly accounts: AccountDirectory,
    private readonly view: AnswersView,
    private readonly inbound: InboundMessagesStore,
    private readonly attempts: Attempts,
    private readonly objections: Objections,
    private readonly escalations: Escalations,
    private readonly journal: Journal,
  ) {}

  async take(accountId: number, message: HostMessage, conversation: HostConversationState): Promise<void> {
    if (isObjection(errorCodeOf(message.error))) await this.objected(accountId, message, conversation);
    if (message.direction !== "outgoing" || message.private || message.ref !== null || message.senderKind === "agent_bot") return;
    if (await this.view.isOurs(accountId, message.id)) return;
    const addressees = await this.view.addressees(accountId, conversation);
    if (addressees.length > 0) {
      await this.view.lock(accountId, addressees);
      const purpose = await this.purpose(accountId, message, conversation);
      const channel = channelOf(conversation.channel ?? null);
      for (const [index, debtorId] of addressees.entries()) {
        const sourceKey = index === 0 ? `host:${message.id}` : `host:${message.id}/${debtorId}`;
        await this.count(accountId, message, { debtorId, channel, purpose, sourceKey });
      }
    }
    if (message.senderKind !== "user" || message.senderId === null) return;
    const { id: messageId, conversationId, createdAt: at, senderId: hostUserId } = message;
    await this.escalations.answered(accountId, { conversationId, messageId, at, hostUserId });
  }

  private async count(
    accountId: number,
    message: HostMessage,
    attempt: Pick<Attempt, "debtorId" | "channel" | "purpose" | "sourceKey">,
  ): Promise<void> {
    const { debtorId, channel, purpose } = attempt;
    const isNew = await this.attempts.record(accountId, { ...attempt, origin: "agent", at: message.createdAt, debtPublicIds: [] });
    if (!isNew) return;
    this.journal.append(accountId, {
      type: policyEvents.attemptObserved,
      version: 1,
      actor: actorOf(accountId, message),
      debtorId,
      payload: { message: message.id, conversation: message.conversationId, channel, origin: "agent", purpose },
      ...wordsOf(message),
      at: message.createdAt,
    });
  }

  /** Whoever wrote what WhatsApp did not deliver, another bot or a survey: the debtor does not want to be written to by this creditor. */
  private async objected(accountId: number, { createdAt: at }: HostMessage, conversation: HostConversationState): Promise<void> {
    const addressees = await this.view.addressees(accountId, conversation);
    if (addressees.length > 0) await this.view.lock(accountId, addressees);
    for (const debtorId of addressees) await this.objections.record(accountId, debtorId, { at, source: "whatsapp" });
  }

  /**
   * Inside the window after the debtor's own message it is an answer; anything else is a contact the account made. What debtors say in other
   * inboxes is not kept: there the helpdesk's own word for WhatsApp's window counts.
   */
  private async purpose(accountId: number, { createdAt }: HostMessage, { id, inboxId, channel, canReply }: HostConversationState) {
    if (inboxId !== (await this.accounts.get(accountId)).inboxId)
      return isWhatsApp(channel ?? null) && canReply === true ? "reply" : "collection";
    const last = await this.inbound.lastBefore(accountId, id, createdAt);
    return last !== null && createdAt < last + REPLY_WINDOW ? "reply" : "collection";
  }
}

/** What an agent wrote is evidence of how a debtor was spoken to: sealed with that debtor's key, gone with it. */
function wordsOf({ content, deleted }: HostMessage) {
  return content === null || content === "" || deleted ? {} : { personal: { text: content } };
}

function actorOf(accountId: number, { senderKind, senderId }: HostMessage): Actor {
  return senderKind === "user" && senderId !== null ? { kind: "person", accountId, hostUserId: senderId, role: "agent" } : { kind: "host" };
}

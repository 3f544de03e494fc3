import { Injectable } from "@nestjs/common";
import { Conversations, type HostConversationState, type HostMessage } from "../host/index.js";
import { Journal } from "../journal/index.js";
import { Replies } from "../outbox/index.js";
import type { Interpretation } from "./domain/interpret.js";
import { negotiationEvents } from "./negotiation.events.js";

/** What debtors wrote, on the record. Everything in the caller's unit of work. */
@Injectable()
export class ReplyRecords {
  constructor(
    private readonly conversations: Conversations,
    private readonly replies: Replies,
    private readonly journal: Journal,
  ) {}

  /** The conversation is the debtor's, though Saldo did not begin it. */
  met(accountId: number, debtorId: number, conversation: HostConversationState, message: HostMessage): Promise<void> {
    return this.conversations.adopt(accountId, debtorId, conversation, message);
  }

  /** @param answers ref of our message, when it is in answer to one */
  async received(
    accountId: number,
    debtorId: number | null,
    message: HostMessage,
    { meaning, source, also, by }: Interpretation,
    answers: string | null,
  ): Promise<void> {
    this.journal.append(accountId, {
      ...entryOf(message),
      type: negotiationEvents.replyReceived,
      debtorId,
      payload: { message: message.id, conversation: message.conversationId, intent: meaning, source, answers, ...proofOf({ also, by }) },
      at: message.createdAt,
    });
    if (debtorId !== null) await this.replies.markAnswered(accountId, debtorId, message.createdAt);
  }

  edited(accountId: number, debtorId: number | null, message: HostMessage, { meaning, source, also, by }: Interpretation): void {
    this.journal.append(accountId, {
      ...entryOf(message),
      type: negotiationEvents.replyEdited,
      debtorId,
      payload: { message: message.id, conversation: message.conversationId, intent: meaning, source, ...proofOf({ also, by }) },
    });
  }
}

/** Why it was taken for that, without a word of what was written: the rule, and the version of the words it belongs to. */
function proofOf({ also = [], by }: Pick<Interpretation, "also" | "by">) {
  return { ...(also.length > 0 ? { also: [...also] } : {}), ...(by ? { rule: by.rule, words: by.words } : {}) };
}

function entryOf({ content, deleted }: HostMessage) {
  return {
    version: 1,
    actor: { kind: "debtor" },
    ...(content === null || deleted ? {} : { personal: { text: content } }),
  } as const;
}

import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { type Account, AccountDirectory } from "../accounts/index.js";
import { Conversations, type HostConversationState, type HostMessage } from "../host/index.js";
import { Journal } from "../journal/index.js";
import { Replies } from "../outbox/index.js";
import { languageOf, type Language } from "../templates/rules.js";
import { PortfolioReader } from "../portfolio/index.js";
import { AgreementView, type Negotiable } from "./agreement.view.js";
import { AnswersView } from "./answers.view.js";
import type { DateQuestion } from "./date-questions.store.js";
import { interpret, type Interpretation } from "./domain/interpret.js";
import { reactionTo } from "./domain/reaction.js";
import { InboundMessagesStore } from "./inbound-messages.store.js";
import { negotiationEvents } from "./negotiation.events.js";
import { Reactions } from "./reactions.service.js";

/**
 * Takes what debtors write: who it was, what it means, what is done about it, all in the unit of work that brought the message, once a message.
 * People Saldo knows nothing about are none of its business: neither their words nor their number are kept.
 */
@Injectable()
export class Answers {
  constructor(
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly conversations: Conversations,
    private readonly view: AnswersView,
    private readonly agreements: AgreementView,
    private readonly portfolio: PortfolioReader,
    private readonly store: InboundMessagesStore,
    private readonly replies: Replies,
    private readonly reactions: Reactions,
    private readonly journal: Journal,
  ) {}

  async take(accountId: number, message: HostMessage, conversation: HostConversationState): Promise<void> {
    if (message.direction !== "incoming" || message.private) return;
    const account = await this.accounts.get(accountId);
    if (conversation.inboxId !== account.inboxId) return;
    const writer = await this.view.writer(accountId, conversation);
    if (writer.candidates.length === 0) return;
    await this.view.lock(accountId, writer.candidates);

    const { debtorId } = writer;
    const text = message.deleted ? null : message.content;
    const language = await this.language(account, debtorId);
    const question = debtorId === null ? null : await this.agreements.question(accountId, debtorId, message);
    const asked = debtorId === null || !question ? null : await this.negotiable(account, debtorId, message, question, question.debtIds);
    const interpretation = interpret({ text, language, answersMessage: message.inReplyTo !== null, askedDay: asked });
    const answered = debtorId === null ? null : await this.view.answered(accountId, debtorId, message.inReplyTo);
    if (!(await this.store.add(accountId, debtorId, { ...message, content: text }, interpretation.meaning, answered?.ref ?? null))) return;

    if (debtorId !== null && !writer.linked) await this.conversations.adopt(accountId, debtorId, conversation, message);
    this.record(accountId, debtorId, message, text, interpretation, answered?.ref ?? null);
    if (debtorId !== null) await this.replies.markAnswered(accountId, debtorId, message.createdAt);
    const debtIds = answered?.debtIds ?? [];
    const negotiable =
      interpretation.meaning === "day" || debtorId === null ? asked : await this.negotiable(account, debtorId, message, question, debtIds);
    const reaction = reactionTo({
      interpretation,
      hasText: text !== null && text.trim() !== "",
      writerKnown: debtorId !== null,
      owes: debtorId !== null && (await this.view.owes(accountId, debtorId, this.clock.now())),
      agreeable: negotiable?.facts ?? null,
    });
    await this.reactions.carryOut(account, reaction, { writer, message, language, debtIds, negotiable, source: interpretation.source });
  }

  /** Null for a debtor who is gone. */
  private async negotiable(
    account: Account,
    debtorId: number,
    message: HostMessage,
    question: DateQuestion | null,
    debtIds: readonly number[],
  ): Promise<Negotiable | null> {
    const debtor = (await this.portfolio.debtors(account.id, [debtorId])).get(debtorId);
    return debtor ? this.agreements.of(account, debtor, message, question, debtIds) : null;
  }

  private async language(account: Account, debtorId: number | null): Promise<Language> {
    const spoken = debtorId === null ? null : await this.view.languageOf(account.id, debtorId);
    return languageOf(spoken ?? account.locale) ?? languageOf(account.locale) ?? "es";
  }

  private record(
    accountId: number,
    debtorId: number | null,
    message: HostMessage,
    text: string | null,
    { meaning, source }: Interpretation,
    ref: string | null,
  ): void {
    this.journal.append(accountId, {
      type: negotiationEvents.replyReceived,
      version: 1,
      actor: { kind: "debtor" },
      debtorId,
      payload: { message: message.id, conversation: message.conversationId, intent: meaning, source, answers: ref },
      ...(text === null ? {} : { personal: { text } }),
      at: message.createdAt,
    });
  }
}

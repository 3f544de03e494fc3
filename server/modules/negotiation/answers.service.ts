import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { AccountDirectory } from "../accounts/index.js";
import type { HostConversationState, HostMessage } from "../host/index.js";
import { AgreementView } from "./agreement.view.js";
import { AnswersView } from "./answers.view.js";
import { interpret } from "./domain/interpret.js";
import { reactionTo } from "./domain/reaction.js";
import { saidPromise } from "./domain/said-promise.js";
import { InboundMessagesStore } from "./inbound-messages.store.js";
import { ObjectionsHeard } from "./objections-heard.service.js";
import { Reactions } from "./reactions.service.js";
import { ReplyRecords } from "./reply-records.service.js";

/**
 * Takes what debtors write: who it was, what it means, what is done about it, all in the unit of work that brought the message, once a message.
 * People Saldo knows nothing about are none of its business: neither their words nor their number are kept.
 */
@Injectable()
export class Answers {
  constructor(
    private readonly clock: Clock,
    private readonly accounts: AccountDirectory,
    private readonly view: AnswersView,
    private readonly agreements: AgreementView,
    private readonly store: InboundMessagesStore,
    private readonly reactions: Reactions,
    private readonly objections: ObjectionsHeard,
    private readonly records: ReplyRecords,
  ) {}

  async take(accountId: number, message: HostMessage, conversation: HostConversationState): Promise<void> {
    if (message.direction !== "incoming" || message.private) return;
    const account = await this.accounts.get(accountId);
    if (conversation.inboxId !== account.inboxId) return this.objections.elsewhere(account, message, conversation);
    const writer = await this.view.writer(accountId, message, conversation);
    if (writer.candidates.length === 0) return;
    await this.view.lock(accountId, writer.candidates);

    const { debtorId } = writer;
    const text = message.deleted ? null : message.content;
    const language = await this.view.languageFor(account, debtorId);
    const question = debtorId === null ? null : await this.agreements.question(accountId, debtorId, message);
    const asked = debtorId === null || !question ? null : await this.agreements.of(account, debtorId, message, question, question.debtIds);
    const objection = debtorId === null ? await this.objections.objection(account, message, writer) : null;
    const interpretation = objection ?? interpret({ text, language, answersMessage: message.inReplyTo !== null, askedDay: asked });
    const answered = debtorId === null ? null : await this.view.answered(accountId, debtorId, message.inReplyTo);
    const isNew = await this.store.add(accountId, debtorId, { ...message, content: text }, interpretation.meaning, answered?.ref ?? null);
    if (!isNew) return this.objections.again(account, message, writer);

    if (debtorId !== null && !writer.linked) await this.records.met(accountId, debtorId, conversation, message);
    await this.records.received(accountId, debtorId, message, interpretation, answered?.ref ?? null);
    const debtIds = answered?.debtIds ?? [];
    const negotiable =
      interpretation.meaning === "day" || debtorId === null
        ? asked
        : await this.agreements.of(account, debtorId, message, question, debtIds);
    const reaction = reactionTo({
      interpretation,
      hasText: text !== null && text.trim() !== "",
      writerKnown: debtorId !== null,
      owes: debtorId !== null && (await this.view.owes(accountId, debtorId, this.clock.now())),
      agreeable: negotiable?.facts ?? null,
      promised: text !== null && negotiable ? saidPromise(text, language, interpretation.meaning === "partial_promise", negotiable) : null,
    });
    await this.reactions.carryOut(account, reaction, {
      writer,
      message,
      at: message.createdAt,
      language,
      debtIds,
      negotiable,
      source: interpretation.source,
    });
  }
}

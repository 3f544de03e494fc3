import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import type { Account } from "../accounts/index.js";
import type { HostConversationState, HostMessage } from "../host/index.js";
import { AnswersView, type KnownWriter } from "./answers.view.js";
import { earlierObjectionIn, withoutAnswer } from "./domain/earlier.js";
import { type Interpretation, objectionIn } from "./domain/interpret.js";
import { reactionTo } from "./domain/reaction.js";
import { InboundMessagesStore } from "./inbound-messages.store.js";
import { Reactions } from "./reactions.service.js";
import { ReplyRecords } from "./reply-records.service.js";

/**
 * Objections where answers are not read: in the account's other inboxes, whose words are other people's business, in messages that were
 * changed after they had been answered, and in what was written before Saldo listened. A "stop" and a "wrong person" count there as well;
 * nothing less does.
 */
@Injectable()
export class ObjectionsHeard {
  constructor(
    private readonly clock: Clock,
    private readonly view: AnswersView,
    private readonly store: InboundMessagesStore,
    private readonly reactions: Reactions,
    private readonly records: ReplyRecords,
  ) {}

  /** Acted on, and neither answered there nor kept unless it is an objection. */
  async elsewhere(account: Account, message: HostMessage, conversation: HostConversationState): Promise<void> {
    const writer = await this.view.writer(account.id, message, conversation);
    if (writer.candidates.length === 0) return;
    const objection = await this.objection(account, message, writer);
    if (objection) await this.hear(account, message, writer, objection, message.createdAt);
  }

  /** Written before Saldo listened: see `domain/earlier`. In the caller's unit of work. */
  async earlier(account: Account, message: HostMessage, conversation: HostConversationState): Promise<void> {
    if (message.deleted) return;
    const writer = await this.view.writer(account.id, message, conversation);
    if (writer.candidates.length === 0) return;
    const objection = earlierObjectionIn(message.content, await this.view.languageFor(account, writer.debtorId));
    // Whoever has to see to it waits from now on, not since then.
    if (objection) await this.hear(account, message, writer, objection, this.clock.now());
  }

  private async hear(
    account: Account,
    message: HostMessage,
    writer: KnownWriter,
    objection: Interpretation,
    waitingSince: Instant,
  ): Promise<void> {
    await this.view.lock(account.id, writer.candidates);
    const isNew = await this.store.add(account.id, writer.debtorId, message, objection.meaning, null);
    if (!isNew && !(await this.store.changed(account.id, message, objection.meaning))) return;
    await this.records.received(account.id, writer.debtorId, message, objection, null);
    const at = isNew ? message.createdAt : this.clock.now();
    await this.act(account, message, writer, objection, { at, answerable: false, waitingSince });
  }

  /** The same message again: it may have been changed. In the unit of work that holds the writer's lock. */
  async again(account: Account, message: HostMessage, writer: KnownWriter): Promise<void> {
    const objection = await this.objection(account, message, writer);
    if (!objection || !(await this.store.changed(account.id, message, objection.meaning))) return;
    this.records.edited(account.id, writer.debtorId, message, objection);
    await this.act(account, message, writer, objection, { at: this.clock.now(), answerable: true });
  }

  /** In the language of anybody who may have written. */
  async objection(account: Account, message: HostMessage, writer: KnownWriter): Promise<Interpretation | null> {
    if (message.deleted) return null;
    for (const language of await this.view.languagesOf(account, writer)) {
      const objection = objectionIn({ text: message.content, language });
      if (objection) return objection;
    }
    return null;
  }

  private async act(
    account: Account,
    message: HostMessage,
    writer: KnownWriter,
    interpretation: Interpretation,
    { at, answerable, ...since }: { readonly at: Instant; readonly answerable: boolean; readonly waitingSince?: Instant },
  ): Promise<void> {
    const situation = { interpretation, hasText: true, writerKnown: writer.debtorId !== null, owes: false, agreeable: null };
    const reaction = reactionTo(situation);
    await this.reactions.carryOut(account, answerable ? reaction : withoutAnswer(reaction), {
      writer,
      message,
      at,
      ...since,
      language: await this.view.languageFor(account, writer.debtorId),
      debtIds: [],
      negotiable: null,
      source: interpretation.source,
    });
  }
}

import { Injectable } from "@nestjs/common";
import type { Actor } from "../../shared/actor.js";
import type { Instant } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import type { Account } from "../accounts/index.js";
import { Escalations } from "../escalations/index.js";
import type { HostMessage } from "../host/index.js";
import { Objections, Replies, type ReplyDraft } from "../outbox/index.js";
import { REPLY_WINDOW } from "../policy/rules.js";
import { Holds } from "../portfolio/index.js";
import type { MessageLanguage } from "../templates/rules.js";
import type { Negotiable } from "./agreement.view.js";
import { AnswersView } from "./answers.view.js";
import { DayDialog } from "./day-dialog.service.js";
import type { Source } from "./domain/interpret.js";
import type { Reaction, ReplyTemplate } from "./domain/reaction.js";
import type { Writer } from "./domain/writer.js";
import { Promises } from "./promises.service.js";

const actor: Actor = { kind: "debtor" };

/** What was answered, by whom, to what. */
export interface Answered {
  readonly writer: Writer;
  readonly message: HostMessage;
  /** When it was said: later than the message where that was changed. */
  readonly at: Instant;
  /** Since when a person is waited for, where that is not since it was written. */
  readonly waitingSince?: Instant;
  readonly language: MessageLanguage;
  /** The debts of the message that was answered; empty when that is not known. */
  readonly debtIds: readonly number[];
  readonly negotiable: Negotiable | null;
  readonly source: Source;
}

/** Carries reactions out, in the unit of work that stored the message and holds the locks of everybody who may have written it. */
@Injectable()
export class Reactions {
  constructor(
    private readonly clock: Clock,
    private readonly view: AnswersView,
    private readonly objections: Objections,
    private readonly holds: Holds,
    private readonly escalations: Escalations,
    private readonly replies: Replies,
    private readonly promises: Promises,
    private readonly dialog: DayDialog,
  ) {}

  async carryOut(account: Account, reaction: Reaction, answered: Answered): Promise<void> {
    const { writer, message, debtIds, negotiable } = answered;
    const { debtorId } = writer;
    const accountId = account.id;
    if (reaction.optOut) {
      const objection = { at: answered.at, source: "chat" } as const;
      for (const candidate of writer.candidates) await this.objections.record(accountId, candidate, objection);
    }
    if (reaction.hold) for (const held of writer.candidates) await this.hold(accountId, held, reaction.hold, debtIds);
    const { id: messageId, conversationId } = message;
    const caseId = reaction.person
      ? await this.escalations.call(accountId, {
          debtorId,
          conversationId,
          reason: reaction.person,
          messageId,
          at: answered.waitingSince ?? message.createdAt,
          pause: reaction.pause,
        })
      : null;
    if (reaction.reply && debtorId !== null) await this.reply(account, debtorId, reaction.reply, message, caseId);
    if (reaction.agreement && negotiable && debtorId !== null) {
      const source = answered.source === "button" ? "menu" : "text";
      await this.dialog.carryOut(reaction.agreement, { account, debtorId, language: answered.language, message, negotiable, source });
    }
  }

  /** Of the debts the debtor spoke about; of everything when that is not known. */
  private async hold(accountId: number, debtorId: number, hold: NonNullable<Reaction["hold"]>, debtIds: readonly number[]): Promise<void> {
    const held = hold.of === "answered_debts" && debtIds.length > 0 ? debtIds : [null];
    for (const debtId of held) await this.holds.place(accountId, { debtorId, debtId, reason: hold.reason, actor });
    // Who says it is paid has promised nothing else: the promise is judged by the payment that is found.
    if (hold.reason !== "already_paid") await this.promises.overtake(accountId, debtorId, held === debtIds ? debtIds : null, actor);
  }

  /** What is too old to be answered in free text is left to the person. */
  private async reply(
    account: Account,
    debtorId: number,
    template: ReplyTemplate,
    message: HostMessage,
    caseId: string | null,
  ): Promise<void> {
    if (this.clock.now() >= message.createdAt + REPLY_WINDOW) return;
    const values: ReplyDraft["values"] = template === "pay_link" ? { link: account.paymentUrl } : {};
    const dedupe = await this.answeredOnce(account.id, debtorId, template, message, caseId);
    await this.replies.enqueue(account.id, {
      debtorId,
      conversationId: message.conversationId,
      inboundAt: message.createdAt,
      template,
      values,
      dedupe,
    });
  }

  private async answeredOnce(
    accountId: number,
    debtorId: number,
    template: ReplyTemplate,
    { id }: HostMessage,
    caseId: string | null,
  ): Promise<string> {
    if (template === "opt_out_confirmed") return `opt_out/${await this.view.optOutOf(accountId, debtorId)}`;
    return caseId === null ? `inbound/${id}` : `case/${caseId}/${template}`;
  }
}

import { Injectable } from "@nestjs/common";
import type { Actor } from "../../shared/actor.js";
import type { CalendarDate } from "../../shared/calendar.js";
import { toIso } from "../../shared/instant.js";
import { type Money, totals } from "../../shared/money.js";
import { wholeDay } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { Ids } from "../../platform/crypto/ids.js";
import type { Account } from "../accounts/index.js";
import type { HostMessage } from "../host/index.js";
import { Journal } from "../journal/index.js";
import { Replies, type ReplyDraft } from "../outbox/index.js";
import { REPLY_WINDOW } from "../policy/rules.js";
import { type RecordedDebt, Holds, PortfolioReader } from "../portfolio/index.js";
import type { MessageLanguage } from "../templates/rules.js";
import type { Negotiable } from "./agreement.view.js";
import { DateQuestionsStore } from "./date-questions.store.js";
import type { Agreement, DayPurpose } from "./domain/agreement.js";
import { dayTitle, offeredDays } from "./domain/offered-days.js";
import type { PromiseSource } from "./domain/promise.js";
import { negotiationEvents } from "./negotiation.events.js";
import { Promises } from "./promises.service.js";

const actor: Actor = { kind: "debtor" };

/** Who says what, and about which debts. */
export interface Turn {
  readonly account: Account;
  readonly debtorId: number;
  readonly language: MessageLanguage;
  readonly message: HostMessage;
  readonly negotiable: Negotiable;
  /** How a day was named. */
  readonly source: PromiseSource;
}

/** Asks debtors for a day and takes it: for due debts it is a promise, for others the day before which they are not mentioned. */
@Injectable()
export class DayDialog {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly questions: DateQuestionsStore,
    private readonly promises: Promises,
    private readonly portfolio: PortfolioReader,
    private readonly holds: Holds,
    private readonly replies: Replies,
    private readonly journal: Journal,
  ) {}

  /** In the unit of work that stored the message and holds the debtor's lock. */
  carryOut(agreement: Agreement, turn: Turn): Promise<void> {
    switch (agreement.kind) {
      case "ask":
        return this.ask(agreement.purpose, turn);
      case "ask_again":
        return this.askAgain(turn);
      default:
        return agreement.purpose === "promise"
          ? this.promise(agreement.day, agreement.amount ?? null, turn)
          : this.postpone(agreement.day, turn);
    }
  }

  private async ask(purpose: DayPurpose, turn: Turn): Promise<void> {
    const { account, debtorId, message, negotiable } = turn;
    const publicId = this.ids.next();
    const debtIds = negotiable.debts.map(({ id }) => id);
    await this.questions.add(account.id, debtorId, message.conversationId, { publicId, purpose, debtIds, askedAt: this.clock.now() });
    const values = { owed: owed(negotiable.debts), references: references(negotiable.debts), latest: negotiable.latest };
    await this.reply(turn, purpose === "promise" ? "ask_promise_day" : "ask_reminder_day", values, `question/${publicId}`, true);
  }

  private async askAgain(turn: Turn): Promise<void> {
    const { question, latest } = turn.negotiable;
    if (!question) return;
    await this.questions.askedAgain(turn.account.id, question.id);
    await this.reply(turn, "ask_day_again", { latest }, `question/${question.publicId}/again`, true);
  }

  /** One promise a currency, all for the same day. @param part what is promised, where that is less than is owed */
  private async promise(day: CalendarDate, part: Money | null, turn: Turn): Promise<void> {
    const { account, debtorId, message, negotiable, source } = turn;
    const made: string[] = [];
    for (const [currency, debts] of Map.groupBy(negotiable.debts, (debt) => debt.currency)) {
      const [amount] = owed(debts);
      const draft = { debtorId, dueDate: day, debtIds: debts.map(({ id }) => id), source, actor, messageId: message.id };
      made.push((await this.promises.make(account.id, { ...draft, amount: part ?? amount ?? { minor: 0, currency } })).publicId);
    }
    if (negotiable.question) await this.questions.answered(account.id, negotiable.question.id);
    const values = { promised: part ? [part] : owed(negotiable.debts), date: day, references: references(negotiable.debts) };
    // The same day pressed twice is one promise, confirmed once.
    await this.reply(turn, "promise_confirmed", values, `promise/${made[0]}`, false);
  }

  private async postpone(day: CalendarDate, turn: Turn): Promise<void> {
    const { account, debtorId, negotiable } = turn;
    const now = this.clock.now();
    const until = wholeDay(account.zone, day).start;
    const debtIds = negotiable.debts.map(({ id }) => id);
    const holds = (await this.portfolio.activeHolds(account.id, [debtorId], now)).get(debtorId) ?? [];
    const own = holds.filter(({ reason, debtId }) => reason === "reminder" && debtId !== null && debtIds.includes(debtId));
    for (const hold of own.filter((standing) => standing.until !== until)) await this.holds.release(account.id, hold.publicId, actor);
    const isNew = until > now && !own.some((hold) => hold.until === until);
    if (isNew) {
      for (const debtId of debtIds) await this.holds.place(account.id, { debtorId, debtId, reason: "reminder", until, actor });
      this.journal.append(account.id, {
        type: negotiationEvents.reminderPostponed,
        version: 1,
        actor,
        debtorId,
        payload: { until: day, untilInstant: toIso(until), debts: negotiable.debts.map((debt) => debt.publicId) },
      });
    }
    const { question } = negotiable;
    if (question) await this.questions.answered(account.id, question.id);
    const values = { date: day, references: references(negotiable.debts) };
    await this.reply(turn, "reminder_confirmed", values, `reminder/${question?.publicId ?? turn.message.id}/${day}`, false);
  }

  /** What is too old to be answered in free text is done without a word. */
  private async reply(
    { account, debtorId, language, message, negotiable }: Turn,
    template: string,
    values: ReplyDraft["values"],
    dedupe: string,
    offer: boolean,
  ): Promise<void> {
    if (this.clock.now() >= message.createdAt + REPLY_WINDOW) return;
    const { today, latest, isBusinessDay } = negotiable;
    const buttons = offer ? offeredDays(today, latest, isBusinessDay).map((day) => dayTitle(day, language)) : [];
    const { conversationId, createdAt: inboundAt } = message;
    await this.replies.enqueue(account.id, { debtorId, conversationId, inboundAt, template, values, buttons, dedupe });
  }
}

/** One amount a currency. */
function owed(debts: readonly RecordedDebt[]): readonly Money[] {
  return totals(debts.map(({ balanceMinor, currency }) => ({ minor: balanceMinor, currency })));
}

function references(debts: readonly RecordedDebt[]): readonly string[] {
  return debts.map(({ reference }) => reference);
}

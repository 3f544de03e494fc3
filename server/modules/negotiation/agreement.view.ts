import { Injectable } from "@nestjs/common";
import { addDays, type CalendarDate } from "../../shared/calendar.js";
import { DAY, type Instant } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import type { Account } from "../accounts/index.js";
import type { HostMessage } from "../host/index.js";
import { REPLY_WINDOW } from "../policy/rules.js";
import { type RecordedDebt, PAYABLE_HOLDS, PortfolioReader } from "../portfolio/index.js";
import { AnswersView } from "./answers.view.js";
import { type DateQuestion, DateQuestionsStore } from "./date-questions.store.js";
import { DebtorCalendar } from "./debtor-calendar.reader.js";
import type { Agreeable } from "./domain/agreement.js";
import { PROMISE_TERMS } from "./domain/promise.js";
import { PromisesStore } from "./promises.store.js";

/** Everything a day could be agreed on with a debtor, read in the unit of work that acts on it. */
export interface Negotiable {
  /** The debtor's own day. */
  readonly today: CalendarDate;
  readonly question: DateQuestion | null;
  /** Those the debtor speaks about: due ones, or when none is due the others. */
  readonly debts: readonly RecordedDebt[];
  /** The last day that can be named. */
  readonly latest: CalendarDate;
  readonly facts: Agreeable;
  readonly isBusinessDay: (date: CalendarDate) => boolean;
}

@Injectable()
export class AgreementView {
  constructor(
    private readonly clock: Clock,
    private readonly portfolio: PortfolioReader,
    private readonly calendar: DebtorCalendar,
    private readonly answers: AnswersView,
    private readonly questions: DateQuestionsStore,
    private readonly promises: PromisesStore,
  ) {}

  /** The question a message may answer: the newest of the days a button of it can still name, without a link only of the last 24 hours. */
  question(accountId: number, debtorId: number, message: HostMessage): Promise<DateQuestion | null> {
    const span = message.inReplyTo === null ? REPLY_WINDOW : PROMISE_TERMS.horizonDays * DAY;
    return this.questions.newest(accountId, debtorId, message.conversationId, message.createdAt - span);
  }

  /**
   * Null for a debtor who is gone.
   * @param debtIds what the debtor speaks about; empty when that is not known
   */
  async of(
    account: Account,
    debtorId: number,
    message: HostMessage,
    question: DateQuestion | null,
    debtIds: readonly number[],
  ): Promise<Negotiable | null> {
    const debtor = (await this.portfolio.debtors(account.id, [debtorId])).get(debtorId);
    if (!debtor) return null;
    const { today, isBusinessDay } = await this.calendar.of(account.id, debtorId);
    const now = this.clock.now();
    const free = await this.free(account.id, debtor.id, now);
    const spoken = debtIds.length > 0 ? free.filter((debt) => debtIds.includes(debt.id)) : free;
    const due = spoken.filter((debt) => debt.dueDate <= today);
    const debts = due.length > 0 ? due : spoken;
    const active = await this.promises.activeOf(account.id, debtor.id);
    return {
      today,
      question,
      debts,
      latest: latestDay(today, due.length > 0 ? [] : debts),
      facts: {
        debts: due.length > 0 ? "due" : debts.length > 0 ? "not_due" : "none",
        notKept: await this.promises.notKept(account.id, debtor.id),
        changes: active.length > 0 ? await this.promises.changes(account.id, debtor.id) : 0,
        promisedDay: active[0]?.dueDate ?? null,
        question,
        answerable: now < message.createdAt + REPLY_WINDOW && (await this.answers.optOutOf(account.id, debtor.id)) === null,
      },
      isBusinessDay,
    };
  }

  /** What the debtor asked to be held may be put off again; whatever else is held is not theirs to negotiate by menu. */
  private async free(accountId: number, debtorId: number, now: Instant): Promise<RecordedDebt[]> {
    const debts = (await this.portfolio.debts(accountId, [debtorId])).get(debtorId) ?? [];
    const holds = (await this.portfolio.activeHolds(accountId, [debtorId], now)).get(debtorId) ?? [];
    const closed = new Set(holds.filter(({ reason }) => !PAYABLE_HOLDS.includes(reason)).map(({ debtId }) => debtId));
    return debts.filter((debt) => debt.status === "open" && debt.balanceMinor > 0 && !closed.has(null) && !closed.has(debt.id));
  }
}

/** The horizon; for debts that are not due the first of their due dates, which a reminder does not outlast. */
function latestDay(today: CalendarDate, notDue: readonly RecordedDebt[]): CalendarDate {
  const horizon = addDays(today, PROMISE_TERMS.horizonDays);
  return notDue.reduce((latest, { dueDate }) => (dueDate < latest ? dueDate : latest), horizon);
}

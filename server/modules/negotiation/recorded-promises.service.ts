import { Injectable } from "@nestjs/common";
import type { Actor } from "../../shared/actor.js";
import type { CalendarDate } from "../../shared/calendar.js";
import type { Money } from "../../shared/money.js";
import { Database } from "../../platform/database/database.js";
import { DebtorCalendar } from "./debtor-calendar.reader.js";
import { PROMISE_TERMS } from "./domain/promise.js";
import { promisedDebts } from "./domain/recorded-promise.js";
import { PromiseConfirmations } from "./promise-confirmations.service.js";
import { Promises } from "./promises.service.js";
import { type PromiseRecord, PromisesStore } from "./promises.store.js";
import { PromisesView } from "./promises.view.js";

/** Promises that people of the account record for debtors, on the telephone or in the conversation. */
@Injectable()
export class RecordedPromises {
  constructor(
    private readonly db: Database,
    private readonly store: PromisesStore,
    private readonly calendar: DebtorCalendar,
    private readonly view: PromisesView,
    private readonly promises: Promises,
    private readonly confirmations: PromiseConfirmations,
  ) {}

  /** The debtor reads it in writing where free text may go out. @throws DomainError those of `promisedDebts` */
  record(
    accountId: number,
    debtorId: number,
    promised: { readonly amount: Money; readonly date: CalendarDate },
    actor: Actor,
  ): Promise<{ promise: PromiseRecord; confirmed: boolean }> {
    return this.db.inUnitOfWork("promise.record", async () => {
      await this.store.lockDebtor(accountId, debtorId);
      const debts = await this.view.promisable(accountId, debtorId);
      const { today } = await this.calendar.of(accountId, debtorId);
      const debtIds = promisedDebts(promised, debts, today, PROMISE_TERMS);
      const { amount, date: dueDate } = promised;
      const promise = await this.promises.make(accountId, { debtorId, amount, dueDate, debtIds, source: "agent", actor, messageId: null });
      const references = debts.filter(({ id }) => debtIds.includes(id)).map(({ reference }) => reference);
      return { promise, confirmed: await this.confirmations.send(accountId, promise, references) };
    });
  }
}

import { Injectable } from "@nestjs/common";
import { type Actor, actorRef } from "../../shared/actor.js";
import type { CalendarDate } from "../../shared/calendar.js";
import { conflict, notFound } from "../../shared/errors.js";
import type { Money } from "../../shared/money.js";
import { Clock } from "../../platform/clock/clock.js";
import { DebtorVault } from "../../platform/crypto/debtor-vault.js";
import { Ids } from "../../platform/crypto/ids.js";
import { Database } from "../../platform/database/database.js";
import { DebtorCalendar } from "./debtor-calendar.reader.js";
import { judgedAt, lastDayOf, PROMISE_TERMS, type PromiseSource } from "./domain/promise.js";
import { negotiationEvents } from "./negotiation.events.js";
import { PROMISE } from "./negotiation.tables.js";
import { PromiseHolds } from "./promise-holds.service.js";
import { PromisesLog } from "./promises-log.service.js";
import { type PromiseRecord, PromisesStore } from "./promises.store.js";

export interface PromiseDraft {
  readonly debtorId: number;
  readonly amount: Money;
  readonly dueDate: CalendarDate;
  /** All of the amount's currency. */
  readonly debtIds: readonly number[];
  readonly source: PromiseSource;
  readonly actor: Actor;
  /** The helpdesk's id of the message it is made in. */
  readonly messageId: number | null;
}

/** Makes promises and takes them back. What becomes of them by time and money is `PromiseJudge`'s. */
@Injectable()
export class Promises {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly vault: DebtorVault,
    private readonly calendar: DebtorCalendar,
    private readonly store: PromisesStore,
    private readonly holds: PromiseHolds,
    private readonly log: PromisesLog,
  ) {}

  /** A debtor has one active promise a currency: a new one takes its place, the same again is that one. */
  make(accountId: number, draft: PromiseDraft): Promise<PromiseRecord> {
    return this.db.inUnitOfWork("promise.make", async () => {
      const { debtorId, amount, dueDate, debtIds, source, actor, messageId } = draft;
      await this.store.lockDebtor(accountId, debtorId);
      const active = (await this.store.activeOf(accountId, debtorId)).find(({ currency }) => currency === amount.currency);
      if (active && (await this.same(accountId, active, draft))) return active;
      const publicId = this.ids.next();
      if (active) await this.supersede(accountId, active, publicId, actor);
      const { zones, isBusinessDay } = await this.calendar.of(accountId, debtorId);
      const lastDay = lastDayOf(dueDate, PROMISE_TERMS, isBusinessDay);
      const judgeAt = judgedAt(lastDay, zones);
      const held = await this.holds.place(accountId, { debtorId, judgeAt }, debtIds, actor);
      const promise = {
        publicId,
        debtorId,
        amountMinor: amount.minor,
        currency: amount.currency,
        dueDate,
        lastDay,
        judgeAt,
        source,
        actor: actorRef(actor),
        messageId,
        createdAt: this.clock.now(),
        fromEntry: await this.store.newestEntry(accountId, debtIds),
      };
      const made = await this.store.add(accountId, promise, held);
      await this.log.append(accountId, negotiationEvents.promiseMade, made, debtIds, { actor, payload: { source, lastDay } });
      return made;
    });
  }

  /**
   * Takes a promise back; doing it twice changes nothing.
   * @param note sealed, never in the clear part of the journal
   * @throws DomainError `promise.not_found`, `promise.over`
   */
  cancel(accountId: number, publicId: string, note: string, actor: Actor): Promise<PromiseRecord> {
    return this.db.inUnitOfWork("promise.cancel", async () => {
      const found = await this.store.byPublicId(accountId, publicId);
      if (!found) throw notFound("promise.not_found", "There is no such promise.");
      await this.store.lockDebtor(accountId, found.debtorId);
      const promise = (await this.store.byPublicId(accountId, publicId))!;
      if (promise.state === "cancelled") return promise;
      if (promise.state !== "active") {
        throw conflict("promise.over", "This promise is no longer waited for, so it cannot be cancelled.", {
          remedy: "Record a new promise if the debtor made one.",
        });
      }
      await this.end(accountId, promise, "taken_back", actor, note);
      return (await this.store.byPublicId(accountId, publicId))!;
    });
  }

  /** A dispute or a wrong person overtakes promises about these debts, or all of the debtor's. In the caller's unit of work. */
  async overtake(accountId: number, debtorId: number, debtIds: readonly number[] | null, actor: Actor): Promise<void> {
    for (const promise of await this.store.activeOf(accountId, debtorId)) {
      const debts = await this.store.debtsOf(accountId, promise.id);
      if (debtIds === null || debts.some(({ debtId }) => debtIds.includes(debtId))) await this.end(accountId, promise, "held", actor, null);
    }
  }

  private async end(
    accountId: number,
    promise: PromiseRecord,
    reason: "taken_back" | "held",
    actor: Actor,
    note: string | null,
  ): Promise<void> {
    const { id, publicId, debtorId } = promise;
    const cell = { table: PROMISE, column: "note_sealed", row: publicId };
    const sealed = note === null ? null : await this.vault.seal(accountId, debtorId, cell, note);
    await this.store.change(accountId, id, { state: "cancelled", active_slot: null, ended_at: this.clock.now(), note_sealed: sealed });
    await this.holds.release(accountId, id, actor);
    const payload = { reason };
    await this.log.append(accountId, negotiationEvents.promiseCancelled, promise, await this.debtIds(accountId, id), {
      actor,
      payload,
      note,
    });
  }

  private async supersede(accountId: number, promise: PromiseRecord, by: string, actor: Actor): Promise<void> {
    const { id } = promise;
    await this.store.change(accountId, id, { state: "superseded", active_slot: null, ended_at: this.clock.now(), replaced_by: by });
    await this.holds.release(accountId, id, actor);
    const payload = { by };
    await this.log.append(accountId, negotiationEvents.promiseSuperseded, promise, await this.debtIds(accountId, id), { actor, payload });
  }

  private async same(accountId: number, promise: PromiseRecord, { amount, dueDate, debtIds }: PromiseDraft): Promise<boolean> {
    if (promise.amountMinor !== amount.minor || promise.dueDate !== dueDate) return false;
    const promised = await this.debtIds(accountId, promise.id);
    return promised.length === debtIds.length && promised.every((id) => debtIds.includes(id));
  }

  private async debtIds(accountId: number, promiseId: number): Promise<number[]> {
    return (await this.store.debtsOf(accountId, promiseId)).map(({ debtId }) => debtId);
  }
}

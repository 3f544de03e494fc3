import { Injectable } from "@nestjs/common";
import type { DebtorPromises as PromisesAnswer, PromiseView } from "../../contract/negotiation.contract.js";
import { addDays } from "../../shared/calendar.js";
import { toIso, toIsoOrNull } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import { KeyRing } from "../../platform/crypto/key-ring.js";
import { type DataKey, Sealer } from "../../platform/crypto/seal.js";
import { type RecordedDebt, PAYABLE_HOLDS, PortfolioReader } from "../portfolio/index.js";
import { DebtorCalendar } from "./debtor-calendar.reader.js";
import { PROMISE_TERMS } from "./domain/promise.js";
import { PROMISE } from "./negotiation.tables.js";
import { type PromiseRecord, PromisesStore } from "./promises.store.js";

/** A person agrees on what a case with a person is about. */
const HOLDS_OF_THE_TALK: ReadonlySet<string> = new Set([...PAYABLE_HOLDS, "needs_person"]);

/** Promises as the panel and the conversation tab show them. */
@Injectable()
export class PromisesView {
  constructor(
    private readonly clock: Clock,
    private readonly keys: KeyRing,
    private readonly sealer: Sealer,
    private readonly calendar: DebtorCalendar,
    private readonly portfolio: PortfolioReader,
    private readonly store: PromisesStore,
  ) {}

  async of(accountId: number, debtorId: number): Promise<PromisesAnswer> {
    const promises = await this.store.ofDebtor(accountId, debtorId);
    const { today } = await this.calendar.of(accountId, debtorId);
    return {
      items: await this.views(accountId, debtorId, promises),
      debts: (await this.promisable(accountId, debtorId)).map((debt) => ({
        id: debt.publicId,
        reference: debt.reference,
        dueDate: debt.dueDate,
        balance: { minor: debt.balanceMinor, currency: debt.currency },
      })),
      today,
      latest: addDays(today, PROMISE_TERMS.recordedHorizonDays),
      graceDays: PROMISE_TERMS.graceBankingDays,
    };
  }

  async one(accountId: number, promise: PromiseRecord): Promise<PromiseView> {
    return (await this.views(accountId, promise.debtorId, [promise]))[0]!;
  }

  /** Open debts that nothing but the debtor's own wish or a talk with a person holds. */
  async promisable(accountId: number, debtorId: number): Promise<RecordedDebt[]> {
    const debts = (await this.portfolio.debts(accountId, [debtorId])).get(debtorId) ?? [];
    const holds = (await this.portfolio.activeHolds(accountId, [debtorId], this.clock.now())).get(debtorId) ?? [];
    const closed = new Set(holds.filter(({ reason }) => !HOLDS_OF_THE_TALK.has(reason)).map(({ debtId }) => debtId));
    return debts.filter((debt) => debt.status === "open" && debt.balanceMinor > 0 && !closed.has(null) && !closed.has(debt.id));
  }

  private async views(accountId: number, debtorId: number, promises: readonly PromiseRecord[]): Promise<PromiseView[]> {
    const debts = new Map(((await this.portfolio.debts(accountId, [debtorId])).get(debtorId) ?? []).map((debt) => [debt.id, debt]));
    const key = (await this.keys.ofMany(accountId, "debtor", [debtorId])).get(debtorId);
    const views: PromiseView[] = [];
    for (const promise of promises) {
      const promised = (await this.store.debtsOf(accountId, promise.id)).flatMap(({ debtId }) => debts.get(debtId) ?? []);
      views.push({
        id: promise.publicId,
        state: promise.state,
        amount: { minor: promise.amountMinor, currency: promise.currency },
        paid: { minor: promise.paidMinor, currency: promise.currency },
        dueDate: promise.dueDate,
        lastDay: promise.lastDay,
        debts: promised.map(({ publicId: id, reference }) => ({ id, reference })),
        source: promise.source,
        by: promise.actor,
        createdAt: toIso(promise.createdAt),
        endedAt: toIsoOrNull(promise.endedAt),
        note: this.note(accountId, promise, key),
      });
    }
    return views;
  }

  /** Null also when the debtor was erased. */
  private note(accountId: number, { publicId, noteSealed }: PromiseRecord, key: DataKey | undefined): string | null {
    if (noteSealed === null || !key) return null;
    return this.sealer.open(key, { accountId, table: PROMISE, column: "note_sealed", row: publicId }, noteSealed);
  }
}

import { Injectable } from "@nestjs/common";
import { system } from "../../shared/actor.js";
import { Clock } from "../../platform/clock/clock.js";
import { Journal } from "../journal/index.js";
import { DebtorsStore, DebtsStore, OwedChanges } from "../portfolio/index.js";
import { placeCredits } from "./domain/credit.js";
import { paymentStatus } from "./domain/payment-status.js";
import { LedgerStore, type NewEntry } from "./ledger.store.js";
import { paymentsEvents } from "./payments.events.js";
import type { PaymentRecord } from "./payments-rows.tables.js";
import { PaymentsStore } from "./payments.store.js";

const ACTOR = system("payments");

/** Why credits are placed or freed, for the record. */
interface CreditCause {
  readonly importId?: string;
}

/**
 * Money in hand (what was paid too much or ahead, and credit notes) counts against what its debtor owes in its currency before anything is
 * asked for: a debtor never has both. Works in the caller's unit of work.
 */
@Injectable()
export class Credits {
  constructor(
    private readonly store: PaymentsStore,
    private readonly ledger: LedgerStore,
    private readonly debtors: DebtorsStore,
    private readonly debts: DebtsStore,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly changes: OwedChanges,
  ) {}

  /** Places what debtors have in hand on what they owe, the oldest due first. Nearly always one statement: hardly anybody has anything. */
  async place(accountId: number, debtorIds: readonly number[], cause: CreditCause = {}): Promise<void> {
    const holders = [...new Set((await this.store.inHand(accountId, debtorIds)).map((credit) => credit.debtor_id!))];
    if (holders.length === 0) return;
    await this.debtors.lock(accountId, holders);
    const debts = await this.debts.lock(accountId, await this.debts.openIdsOf(accountId, holders));
    if (debts.length === 0) return;
    const credits = await this.store.lockInHand(accountId, holders);
    const owing = Map.groupBy(debts, (debt) => debt.debtor_id);
    const placements = [...Map.groupBy(credits, (credit) => credit.debtor_id!)].flatMap(([debtorId, own]) =>
      placeCredits(
        own.map(({ id, currency, unallocated_minor: minor }) => ({ id, currency, minor })),
        (owing.get(debtorId) ?? []).map((debt) => ({
          id: debt.id,
          currency: debt.currency,
          balanceMinor: debt.balance_minor,
          dueDate: debt.due_date,
        })),
      ),
    );
    if (placements.length === 0) return;
    const publicIds = new Map(debts.map((debt) => [debt.id, debt.public_id]));
    const parts = placements.map(({ creditId, debtId, minor }) => ({ paymentId: creditId, debtId, minor, debt: publicIds.get(debtId)! }));
    await this.move(accountId, credits, parts, "placed", cause);
  }

  /** Takes money in hand off debts again: what is left of them is as if it had never been placed. @returns whose it is */
  async free(accountId: number, debtIds: readonly number[], cause: CreditCause = {}): Promise<number[]> {
    const standing = await this.ledger.creditsOn(accountId, debtIds);
    if (standing.length === 0) return [];
    const debts = new Map(
      (await this.debts.lock(accountId, [...new Set(standing.map(({ debtId }) => debtId))])).map((row) => [row.id, row]),
    );
    const credits = await this.store.lockByIds(accountId, [...new Set(standing.map(({ paymentId }) => paymentId))]);
    const parts = standing.map((part) => ({ ...part, debt: debts.get(part.debtId)!.public_id }));
    await this.move(accountId, credits, parts, "freed", cause);
    return [...new Set(credits.flatMap((credit) => credit.debtor_id ?? []))];
  }

  /** What a debtor has in hand, per currency. */
  async inHandOf(accountId: number, debtorId: number): Promise<{ minor: number; currency: string }[]> {
    const credits = Map.groupBy(await this.store.inHand(accountId, [debtorId]), ({ currency }) => currency);
    return [...credits]
      .map(([currency, own]) => ({ minor: own.reduce((sum, { unallocated_minor }) => sum + unallocated_minor, 0), currency }))
      .sort((a, b) => (a.currency < b.currency ? -1 : 1));
  }

  private async move(
    accountId: number,
    credits: readonly PaymentRecord[],
    parts: readonly { readonly paymentId: number; readonly debtId: number; readonly debt: string; readonly minor: number }[],
    how: "placed" | "freed",
    { importId }: CreditCause,
  ): Promise<void> {
    const now = this.clock.now();
    const sign = how === "placed" ? -1 : 1;
    const byCredit = Map.groupBy(parts, ({ paymentId }) => paymentId);
    const moved = credits.flatMap((credit) => {
      const own = byCredit.get(credit.id) ?? [];
      if (own.length === 0) return [];
      const unallocated = credit.unallocated_minor + sign * own.reduce((sum, { minor }) => sum + minor, 0);
      return [{ ...credit, unallocated_minor: unallocated, status: paymentStatus(credit.debtor_id, unallocated) }];
    });
    const of = new Map(credits.map((credit) => [credit.id, credit]));
    const entries = parts.map(({ paymentId, debtId, minor }): NewEntry => {
      const { currency, value_date: valueDate } = of.get(paymentId)!;
      return { debtId, kind: "credit", amountMinor: sign * minor, currency, valueDate, paymentId };
    });
    await this.store.place(accountId, moved);
    await this.ledger.add(accountId, entries, now);
    await this.ledger.settle(accountId, [...new Set(parts.map(({ debtId }) => debtId))], now);
    for (const credit of moved) {
      const own = byCredit.get(credit.id)!;
      this.journal.append(accountId, {
        type: how === "placed" ? paymentsEvents.creditPlaced : paymentsEvents.creditFreed,
        version: 1,
        actor: ACTOR,
        debtorId: credit.debtor_id,
        payload: {
          credit: credit.public_id,
          amountMinor: own.reduce((sum, { minor }) => sum + minor, 0),
          currency: credit.currency,
          unallocatedMinor: credit.unallocated_minor,
          allocations: own.map(({ debt, minor }) => ({ debt, minor })),
          ...(importId === undefined ? {} : { import: importId }),
        },
      });
    }
    this.changes.announce();
  }
}

import { Injectable } from "@nestjs/common";
import { localDate } from "../../shared/zone.js";
import { Clock } from "../../platform/clock/clock.js";
import { type CalledDebt, DebtorsStore, type DebtRecord, DebtsStore } from "../portfolio/index.js";
import { looseKey } from "../portfolio/rules.js";
import { allocate, type Allocation, type OwingDebt } from "./domain/allocation.js";
import { paymentStatus } from "./domain/payment-status.js";
import { type PaymentDoubt, type PaymentTarget, targetOf } from "./domain/payment-target.js";
import { LedgerStore, type NewEntry } from "./ledger.store.js";
import { PaymentDoubts } from "./payment-doubts.service.js";
import { PaymentMentions } from "./payment-mentions.store.js";
import type { PaymentRecord } from "./payments-rows.tables.js";
import { PaymentsStore } from "./payments.store.js";

export interface PlacedPayment {
  readonly payment: PaymentRecord;
  readonly doubt: PaymentDoubt | null;
  readonly allocations: readonly PlacedPart[];
  /** Of the debt it names, what had been written off and came after all. */
  readonly broughtBack: number;
}

interface PlacedPart {
  readonly debt: DebtRecord;
  readonly minor: number;
  /** `credit`: more came than the debt it names owed, and the rest went to the debtor's others. */
  readonly kind: "payment" | "credit";
}

/** What a payment had settled, with what of it had been written off before. */
export interface TakenBack {
  readonly debtId: number;
  readonly publicId: string;
  readonly minor: number;
  readonly broughtBack: number;
}

interface Target extends PaymentTarget {
  readonly payment: PaymentRecord;
}

/** Finds out what payments are for and writes that into the ledgers. Runs in the caller's unit of work. */
@Injectable()
export class PaymentAllocator {
  constructor(
    private readonly debtors: DebtorsStore,
    private readonly ledger: LedgerStore,
    private readonly debts: DebtsStore,
    private readonly payments: PaymentsStore,
    private readonly doubts: PaymentDoubts,
    private readonly mentions: PaymentMentions,
    private readonly clock: Clock,
  ) {}

  /**
   * Allocates payments in the order given. One whose purpose is not known, be it for a reference or for its currency, stays unidentified
   * and holds everybody who may have paid until a person has placed it: somebody who says they paid is not chased on.
   * @param payments unidentified ones, locked or just inserted
   * @param decided a person says whose they are: what finds no debt in its currency is theirs to keep
   */
  async place(accountId: number, payments: readonly PaymentRecord[], decided = false): Promise<PlacedPayment[]> {
    const found = await this.targetsOf(accountId, payments);
    const debts = await this.lockDebts(accountId, found);
    const targets = found.map((target) => (inOtherCurrency(target, debts, decided) ? { ...target, doubt: "currency" as const } : target));
    const balances = new Map(debts.map((debt) => [debt.id, debt.balance_minor]));
    const writtenOff = await this.writtenOff(accountId, targets, debts);
    const entries: NewEntry[] = [];
    const placed = targets.map((target) => {
      const broughtBack = bringBack(target, debts, writtenOff);
      if (broughtBack > 0) {
        const { currency, value_date: valueDate, id: paymentId } = target.payment;
        const debtId = target.debtId!;
        balances.set(debtId, balances.get(debtId)! + broughtBack);
        writtenOff.set(debtId, writtenOff.get(debtId)! - broughtBack);
        entries.push({ debtId, kind: "write_off", amountMinor: broughtBack, currency, valueDate, paymentId });
      }
      const result = { ...allocateTo(target, debts, balances), broughtBack };
      for (const { debt, minor, kind } of result.allocations) {
        balances.set(debt.id, balances.get(debt.id)! - minor);
        const { currency, value_date: valueDate, id: paymentId } = target.payment;
        entries.push({ debtId: debt.id, kind, amountMinor: -minor, currency, valueDate, paymentId });
      }
      return result;
    });
    const now = this.clock.now();
    await this.payments.place(
      accountId,
      placed.map(({ payment }) => payment),
    );
    await this.ledger.add(accountId, entries, now);
    await this.ledger.settle(accountId, [...new Set(entries.map(({ debtId }) => debtId))], now);
    const waiting = targets.filter(({ doubt }) => doubt !== null);
    const mentioned = await this.mentions.note(
      accountId,
      waiting.map(({ payment }) => payment),
    );
    await this.doubts.begin(accountId, [...waiting.flatMap(({ payers }) => payers), ...mentioned]);
    return placed;
  }

  /** A payment that held somebody holds them no more: it was placed or taken back, which is written already. */
  async endDoubt(accountId: number, payment: PaymentRecord): Promise<void> {
    const [target] = await this.targetsOf(accountId, [payment]);
    await this.doubts.end(accountId, [...(target?.payers ?? []), ...(await this.mentions.mentionedBy(accountId, payment))]);
  }

  /** Gives back what a payment settled. @returns what it had settled */
  async takeBack(accountId: number, payment: PaymentRecord): Promise<TakenBack[]> {
    if (payment.debtor_id !== null) await this.debtors.lock(accountId, [payment.debtor_id]);
    const allocations = await this.ledger.allocationsOf(accountId, payment.id);
    const debtIds = allocations.map(({ debtId }) => debtId);
    await this.debts.lock(accountId, debtIds);
    const now = this.clock.now();
    const entries = allocations.map(({ debtId, minor, currency, kind: placed }): NewEntry => {
      const kind = placed === "credit" ? "credit" : "reversal";
      return { debtId, kind, amountMinor: minor, currency, valueDate: localDate("UTC", now), paymentId: payment.id };
    });
    // What had been written off is written off again.
    const again = allocations.flatMap(({ debtId, currency, broughtBack }): NewEntry[] =>
      broughtBack === 0
        ? []
        : [{ debtId, kind: "write_off", amountMinor: -broughtBack, currency, valueDate: localDate("UTC", now), paymentId: payment.id }],
    );
    await this.ledger.add(accountId, [...entries, ...again], now);
    await this.ledger.settle(accountId, debtIds, now);
    return allocations;
  }

  /** What is written off of debts that these payments name. Nearly always nothing is asked. */
  private async writtenOff(accountId: number, targets: readonly Target[], debts: readonly DebtRecord[]): Promise<Map<number, number>> {
    const named = new Set(targets.flatMap(({ debtId }) => debtId ?? []));
    const ids = debts.filter(({ id, status }) => status === "written_off" && named.has(id)).map(({ id }) => id);
    const given = await this.ledger.givenUp(accountId, ids);
    return new Map(given.flatMap(({ debtId, kind, minor }) => (kind === "write_off" ? [[debtId, minor] as const] : [])));
  }

  private async targetsOf(accountId: number, payments: readonly PaymentRecord[]): Promise<Target[]> {
    const references = payments.flatMap((payment) => payment.claimed_reference ?? []);
    const externalIds = payments.flatMap((payment) => payment.claimed_debtor ?? []);
    const debts = Map.groupBy(await this.debts.perhapsCalled(accountId, references), (debt) => debt.loose_reference);
    const debtors = Map.groupBy(await this.debtors.perhapsCalled(accountId, externalIds), (debtor) => debtor.loose_external_id);
    return payments.map((payment): Target => {
      const { claimed_reference: reference, claimed_debtor: debtor } = payment;
      const facts = {
        debts: reference === null ? [] : (debts.get(looseKey(reference)) ?? []).map(calledDebt),
        debtors:
          debtor === null ? [] : (debtors.get(looseKey(debtor)) ?? []).map(({ id, external_id: externalId }) => ({ id, externalId })),
      };
      return { payment, ...targetOf({ reference, debtor }, facts) };
    });
  }

  /** Debtors first, then every debt that may be touched, so that no two payments wait for each other. */
  private async lockDebts(accountId: number, targets: readonly Target[]): Promise<DebtRecord[]> {
    await this.debtors.lock(accountId, [...new Set(targets.flatMap(({ payers }) => payers))]);
    const owing = [...new Set(targets.flatMap(({ debtorId }) => debtorId ?? []))];
    const named = targets.flatMap(({ debtId }) => debtId ?? []);
    return this.debts.lock(accountId, [...new Set([...named, ...(await this.debts.openIdsOf(accountId, owing))])]);
  }
}

/** What of a written-off debt comes with a payment that names it. */
function bringBack({ payment, debtId, doubt }: Target, debts: readonly DebtRecord[], writtenOff: ReadonlyMap<number, number>): number {
  if (debtId === null || doubt !== null) return 0;
  const debt = debts.find(({ id }) => id === debtId);
  return debt?.currency === payment.currency ? Math.min(payment.amount_minor, writtenOff.get(debtId) ?? 0) : 0;
}

/** The debtor owes something, but nothing in the currency they paid in: was it for that, and how much of it? */
function inOtherCurrency({ payment, debtorId, debtId }: Target, debts: readonly DebtRecord[], decided: boolean): boolean {
  if (debtorId === null || (decided && debtId === null)) return false;
  const owed = debts.filter((debt) => debt.status === "open" && (debtId === null ? debt.debtor_id === debtorId : debt.id === debtId));
  return owed.length > 0 && owed.every((debt) => debt.currency !== payment.currency);
}

function allocateTo(
  { payment, debtorId, debtId, doubt }: Target,
  debts: readonly DebtRecord[],
  balances: ReadonlyMap<number, number>,
): Omit<PlacedPayment, "broughtBack"> {
  if (debtorId === null || doubt !== null) return { payment, doubt, allocations: [] };
  const owing = debts
    .filter((debt) => debt.debtor_id === debtorId && debt.status !== "cancelled")
    .map((debt): OwingDebt => ({ id: debt.id, currency: debt.currency, balanceMinor: balances.get(debt.id)!, dueDate: debt.due_date }));
  const { currency } = payment;
  const meant = allocate({ minor: payment.amount_minor, currency }, owing, debtId);
  // More than the debt it names owes is the debtor's money, and nobody is asked for what they paid.
  const others = debtId === null ? [] : owing.filter(({ id }) => id !== debtId);
  const rest = allocate({ minor: meant.unallocatedMinor, currency }, others, null);
  const { unallocatedMinor } = rest;
  const part = (kind: PlacedPart["kind"]) => (one: Allocation) => ({
    debt: debts.find(({ id }) => id === one.debtId)!,
    minor: one.minor,
    kind,
  });
  const status = paymentStatus(debtorId, unallocatedMinor);
  return {
    payment: { ...payment, debtor_id: debtorId, debt_id: debtId, unallocated_minor: unallocatedMinor, status },
    doubt,
    allocations: [...meant.allocations.map(part("payment")), ...rest.allocations.map(part("credit"))],
  };
}

function calledDebt({ id, debtor_id: debtorId, reference }: CalledDebt) {
  return { id, debtorId, reference };
}

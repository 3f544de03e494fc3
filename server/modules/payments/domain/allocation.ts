import type { CalendarDate } from "../../../shared/calendar.js";
import type { Currency, Money } from "../../../shared/money.js";

export interface OwingDebt {
  readonly id: number;
  readonly currency: Currency;
  readonly balanceMinor: number;
  readonly dueDate: CalendarDate;
}

export interface Allocation {
  readonly debtId: number;
  readonly minor: number;
}

/**
 * Which debts a payment settles: the one it names and no other, else the oldest due first (lowest id where two are equally old).
 * Never more than a debt owes and never across currencies; what finds no debt stays unallocated.
 * @param debts those of one debtor that are open
 */
export function allocate(
  payment: Money,
  debts: readonly OwingDebt[],
  named: number | null,
): { allocations: Allocation[]; unallocatedMinor: number } {
  const candidates = debts
    .filter((debt) => debt.currency === payment.currency && debt.balanceMinor > 0 && (named === null || debt.id === named))
    .sort((a, b) => (a.dueDate === b.dueDate ? a.id - b.id : a.dueDate < b.dueDate ? -1 : 1));
  const allocations: Allocation[] = [];
  let left = payment.minor;
  for (const debt of candidates) {
    const minor = Math.min(left, debt.balanceMinor);
    if (minor > 0) allocations.push({ debtId: debt.id, minor });
    left -= minor;
  }
  return { allocations, unallocatedMinor: left };
}

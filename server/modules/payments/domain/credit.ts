import type { Currency } from "../../../shared/money.js";
import { allocate, type OwingDebt } from "./allocation.js";

/** Money of a debtor that no debt has taken. */
export interface CreditInHand {
  readonly id: number;
  readonly currency: Currency;
  readonly minor: number;
}

export interface CreditPlacement {
  readonly creditId: number;
  readonly debtId: number;
  readonly minor: number;
}

/**
 * Money in hand counts against what its debtor owes in its currency before anything is asked for: credits in the order given, debts the
 * oldest due first. Pure; what finds no debt stays in hand.
 * @param debts those of the debtor that are open
 */
export function placeCredits(credits: readonly CreditInHand[], debts: readonly OwingDebt[]): CreditPlacement[] {
  const balances = new Map(debts.map(({ id, balanceMinor }) => [id, balanceMinor]));
  return credits.flatMap(({ id: creditId, minor: inHand, currency }) => {
    const owing = debts.map((debt) => ({ ...debt, balanceMinor: balances.get(debt.id)! }));
    const { allocations } = allocate({ minor: inHand, currency }, owing, null);
    for (const { debtId, minor } of allocations) balances.set(debtId, balances.get(debtId)! - minor);
    return allocations.map(({ debtId, minor }) => ({ creditId, debtId, minor }));
  });
}

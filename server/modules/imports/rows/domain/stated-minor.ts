import type { FileDebt } from "./debt-row.js";

/** What a row says is owed; less than nothing where it is in the debtor's favour. */
export function statedMinor({ debt }: FileDebt): number {
  return debt.creditMinor === null ? (debt.balanceMinor ?? debt.principalMinor ?? 0) : -debt.creditMinor;
}

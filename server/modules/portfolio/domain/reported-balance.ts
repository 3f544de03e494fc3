/** What a file says of a debt, and what is known of it. Amounts in minor units of the debt's currency. */
export interface KnownBalance {
  readonly principalMinor: number;
  readonly balanceMinor: number;
  readonly reportedMinor: number;
}

/**
 * By how much the ledger must change so that it agrees with a file, and what the file is remembered to have said.
 *
 * The creditor's system is the truth about what is owed, but it speaks late: a file written before a payment reached it must not bring
 * the paid debt back. So a balance counts only when it differs from the one the last file stated. A file without balances
 * states the principal instead, and only a change of it counts.
 */
export function agreeWith(
  known: KnownBalance,
  principalMinor: number,
  balanceMinor: number | null,
): { adjustmentMinor: number; reportedMinor: number } {
  if (balanceMinor === null) {
    const change = principalMinor - known.principalMinor;
    const adjustmentMinor = Math.max(change, -known.balanceMinor);
    return { adjustmentMinor, reportedMinor: known.reportedMinor };
  }
  if (balanceMinor === known.reportedMinor) return { adjustmentMinor: 0, reportedMinor: known.reportedMinor };
  return { adjustmentMinor: balanceMinor - known.balanceMinor, reportedMinor: balanceMinor };
}

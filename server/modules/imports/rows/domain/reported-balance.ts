import { type CalendarDate, daysBetween } from "../../../../shared/calendar.js";

/** What a file says of a debt, and what is known of it. Amounts in minor units of the debt's currency. */
export interface KnownBalance {
  readonly principalMinor: number;
  readonly balanceMinor: number;
  readonly reportedMinor: number;
  /** What payments of the last days settled of it, the newest first. */
  readonly recentlyPaid: readonly number[];
  /** What was settled of it with money in hand: paid for another debt, or a credit note. */
  readonly creditedMinor: number;
}

/** How long a payment may take from the bank into a file of the creditor's system, in days: a weekend. */
export const LATE_DAYS = 3;

/**
 * By how much the ledger must change so that it agrees with a file, and what the file is remembered to have said.
 *
 * The creditor's system is the truth about what is owed, but it speaks late: a file written before a payment reached it must not bring
 * the paid debt back. So a balance counts only when it differs from the one the last file stated, and without the payments it has
 * not heard of. Of money in hand that Saldo placed it need not hear for long: until it states what is left after that, it is taken to mean
 * the amount before. The next instalment of a credit is told by its due date: the same amount is owed again. A file without balances states
 * the principal instead, and only a change of it counts.
 * @param next whether the file speaks of the next instalment
 */
export function agreeWith(
  known: KnownBalance,
  principalMinor: number,
  balanceMinor: number | null,
  next: boolean,
): { adjustmentMinor: number; reportedMinor: number } {
  if (balanceMinor === null) {
    const change = principalMinor - known.principalMinor;
    const adjustmentMinor = Math.max(change, -known.balanceMinor);
    // Files with balances and without may take turns: what the first said has risen or fallen with the second.
    return { adjustmentMinor, reportedMinor: Math.max(0, known.reportedMinor + adjustmentMinor) };
  }
  if (next) return { adjustmentMinor: balanceMinor - known.balanceMinor, reportedMinor: balanceMinor };
  if (balanceMinor === known.reportedMinor) return { adjustmentMinor: 0, reportedMinor: known.reportedMinor };
  // What is exactly what is left after all: the creditor's system has placed the money in hand as Saldo did.
  if (balanceMinor === known.balanceMinor) return { adjustmentMinor: 0, reportedMinor: balanceMinor };
  const credited = Math.max(0, Math.min(known.creditedMinor, known.reportedMinor - known.balanceMinor));
  const stated = Math.max(0, balanceMinor - credited);
  const unheard = unheardOf({ ...known, reportedMinor: known.reportedMinor - credited }, stated);
  return { adjustmentMinor: stated - unheard - known.balanceMinor, reportedMinor: balanceMinor };
}

/** Credits are paid back weekly at the shortest; what moves by less is a weekend, a correction or a few days of grace. */
const SHORTEST_PERIOD = 7;

/** Whether a file gives a debt the due date of another instalment. */
export function isNextInstalment(knownDue: CalendarDate, statedDue: CalendarDate): boolean {
  return daysBetween(knownDue, statedDue) >= SHORTEST_PERIOD;
}

/**
 * Recent money that the file cannot have heard of: it states exactly what was owed before the last payments, or more than the last file did
 * although money came in, as interest does. In doubt less is asked for, until a file says otherwise. What an earlier file
 * has heard of is known to the creditor; a balance that rises by it again was a payment that bounced.
 */
function unheardOf({ balanceMinor, reportedMinor, recentlyPaid }: KnownBalance, statedMinor: number): number {
  const above = statedMinor - balanceMinor;
  const unconfirmed = reportedMinor - balanceMinor;
  let paid = 0;
  for (const minor of recentlyPaid) {
    paid += minor;
    if (paid === above && paid <= unconfirmed) return paid;
  }
  return statedMinor > reportedMinor ? Math.max(0, Math.min(above, paid, unconfirmed)) : 0;
}

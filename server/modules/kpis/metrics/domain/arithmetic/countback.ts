import { type Fraction, fraction, plus, type Whole, whole } from "./fraction.js";

/** Credit sales of one month. Which days a month has (its own, or thirty) is for the caller to say, once for all months. */
export interface SalesMonth {
  readonly sales: Whole;
  readonly days: number;
}

/**
 * DSO by counting back: the newest month's sales come off what is owed while it lasts and add their days; the last month counts in part.
 *
 * @param receivables at the end, in the unit of the sales
 * @param months newest first, one after the other
 * @returns days; `null` where what is owed is older than all sales that are known
 */
export function countback(receivables: Whole, months: readonly SalesMonth[]): Fraction | null {
  let left = whole(receivables);
  let days = fraction(0);
  for (const month of months) {
    if (left <= 0n) break;
    const sales = whole(month.sales);
    if (sales <= 0n || left >= sales) days = plus(days, fraction(month.days));
    else days = plus(days, fraction(left * BigInt(month.days), sales));
    left -= sales;
  }
  return left > 0n ? null : days;
}

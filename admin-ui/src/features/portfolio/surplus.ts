import { minorDigits } from "@shared/money.js";
import type { Amount } from "@/api/types";

/**
 * What a payment brings beyond everything that is owed in its currency; undefined where it is all owed.
 * @param plain decimal text as `plainAmount` gives it
 * @param owed balances in that currency
 */
export function surplusOf(plain: string, currency: string, owed: readonly Amount[]): Amount | undefined {
  const [whole = "0", fraction = ""] = plain.split(".");
  const digits = minorDigits(currency);
  const minor = Number(`${whole}${fraction.padEnd(digits, "0").slice(0, digits)}`);
  const over = minor - owed.reduce((total, balance) => total + balance.minor, 0);
  return owed.length > 0 && over > 0 ? { minor: over, currency } : undefined;
}

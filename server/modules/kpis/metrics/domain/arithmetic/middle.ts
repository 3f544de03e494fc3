import { type Fraction, fraction, type Whole, whole } from "./fraction.js";

/** The middle one, or half way between the two middle ones; `null` of nothing. */
export function middle(values: readonly Whole[]): Fraction | null {
  const sorted = values.map(whole).toSorted((a, b) => (a < b ? -1 : Number(a > b)));
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : fraction(low + high, 2n);
}

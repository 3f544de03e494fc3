import { type Fraction, fraction } from "./fraction.js";
import { casesIn, type Tally, tallied } from "./tally.js";

/** The middle one, or half way between the two middle ones; `null` of nothing. */
export function middle(values: readonly Tally[]): Fraction | null {
  const sorted = tallied(values);
  const all = casesIn(sorted);
  const [low, high] = [at(sorted, (all - 1) >> 1), at(sorted, all >> 1)];
  return low === undefined || high === undefined ? null : fraction(BigInt(low) + BigInt(high), 2n);
}

/** The value of the case at that place, counted from zero. */
function at(sorted: readonly Tally[], place: number): number | undefined {
  let left = place;
  return sorted.find(({ count }) => (left -= count) < 0)?.value;
}

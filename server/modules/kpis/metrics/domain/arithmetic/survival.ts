import { type Fraction, fraction, order, times } from "./fraction.js";
import { type Tally, tallied } from "./tally.js";

/** The share of debts still open after so many days. */
export interface SurvivalStep {
  readonly days: number;
  readonly open: Fraction;
}

/**
 * Kaplan and Meier's estimate: what is still open counts for as long as it was watched, so that quick ones alone do not make the figure.
 *
 * @param closed whole days from due to regularised, of the debts that were
 * @param open whole days from due to now, of the debts that were not
 * @returns a step for each day on which one closed, in order; shares fall and never rise. A debt open on a day is watched on it.
 */
export function survivalOf(closed: readonly Tally[], open: readonly Tally[]): SurvivalStep[] {
  const closings = tallied(closed);
  const leaving = tallied([...closed, ...open]);
  const all = leaving.reduce((sum, { count }) => sum + count, 0);
  let share = fraction(1);
  let gone = 0;
  let next = 0;
  return closings.map(({ value: days, count }) => {
    while (next < leaving.length && leaving[next]!.value < days) gone += leaving[next++]!.count;
    const watched = all - gone;
    share = times(share, fraction(watched - count, watched));
    return { days, open: share };
  });
}

/** The first day on which at most half are still open; `null` where more than half still are at the end. */
export function survivalMedian(closed: readonly Tally[], open: readonly Tally[]): number | null {
  const half = fraction(1, 2);
  return survivalOf(closed, open).find((step) => order(step.open, half) <= 0)?.days ?? null;
}

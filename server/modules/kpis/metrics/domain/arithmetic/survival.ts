import { type Fraction, fraction, order, times } from "./fraction.js";

/** The share of debts still open after so many days. */
export interface SurvivalStep {
  readonly days: number;
  readonly open: Fraction;
}

/**
 * Kaplan and Meier's estimate: what is still open counts for as long as it was watched, so that quick ones alone do not make the figure.
 *
 * @param closed whole days from due to regularised, of each debt that was
 * @param open whole days from due to now, of each debt that was not
 * @returns a step for each day on which one closed, in order; shares fall and never rise. A debt open on a day is watched on it.
 */
export function survivalOf(closed: readonly number[], open: readonly number[]): SurvivalStep[] {
  const days = [...new Set(closed)].toSorted((a, b) => a - b);
  const closings = Map.groupBy(closed, (day) => day);
  const leaving = [...closed, ...open].toSorted((a, b) => a - b);
  let share = fraction(1);
  let gone = 0;
  return days.map((day) => {
    while (gone < leaving.length && leaving[gone]! < day) gone++;
    const watched = leaving.length - gone;
    share = times(share, fraction(watched - closings.get(day)!.length, watched));
    return { days: day, open: share };
  });
}

/** The first day on which at most half are still open; `null` where more than half still are at the end. */
export function survivalMedian(closed: readonly number[], open: readonly number[]): number | null {
  const half = fraction(1, 2);
  return survivalOf(closed, open).find((step) => order(step.open, half) <= 0)?.days ?? null;
}

import { type CalendarDate, daysBetween } from "../../../../../shared/calendar.js";
import { type Whole, whole } from "../arithmetic/fraction.js";

/** A debt from the day it was placed, in minor units of one currency. Which day that is (came into collection, or fell due) is the portfolio's to say. */
export interface PlacedDebt {
  readonly placedOn: CalendarDate;
  readonly placedMinor: Whole;
  /** By value date; `reversedOn` where it was taken back. */
  readonly payments: readonly { readonly on: CalendarDate; readonly minor: Whole; readonly reversedOn: CalendarDate | null }[];
}

export interface CohortRecovery {
  readonly placed: bigint;
  readonly collected: bigint;
  /** Debts in it. */
  readonly n: number;
  /** Cohorts that are not old enough, by day of placement: how many days they have so far, and what they brought. In no sum. */
  readonly immature: readonly {
    readonly placedOn: CalendarDate;
    readonly days: number;
    readonly placed: bigint;
    readonly collected: bigint;
  }[];
}

/**
 * What came by day `day` after placement. A payment known to be taken back never was, so that its cohort is told anew; of each debt no more
 * counts than was placed.
 *
 * @param through the last whole day that is known: a cohort whose day `day` lies beyond it is not old enough
 */
export function cohortRecovery(debts: readonly PlacedDebt[], day: number, through: CalendarDate): CohortRecovery {
  const old = (debt: PlacedDebt) => daysBetween(debt.placedOn, through) >= day;
  const mature = debts.filter(old);
  const young = Map.groupBy(
    debts.filter((debt) => !old(debt) && debt.placedOn <= through),
    ({ placedOn }) => placedOn,
  );
  return {
    ...added(mature, day, through),
    n: mature.length,
    immature: [...young]
      .map(([placedOn, cohort]) => ({ placedOn, days: daysBetween(placedOn, through), ...added(cohort, day, through) }))
      .toSorted((a, b) => (a.placedOn < b.placedOn ? -1 : 1)),
  };
}

function added(debts: readonly PlacedDebt[], day: number, through: CalendarDate): { placed: bigint; collected: bigint } {
  const collected = debts.reduce((sum, debt) => sum + collectedOf(debt, day, through), 0n);
  return { placed: debts.reduce((sum, { placedMinor }) => sum + whole(placedMinor), 0n), collected };
}

function collectedOf({ placedOn, placedMinor, payments }: PlacedDebt, day: number, through: CalendarDate): bigint {
  const standing = payments.filter(
    ({ on, reversedOn }) => on <= through && daysBetween(placedOn, on) <= day && (reversedOn === null || reversedOn > through),
  );
  const paid = standing.reduce((sum, { minor }) => sum + whole(minor), 0n);
  const placed = whole(placedMinor);
  return paid > placed ? placed : paid;
}

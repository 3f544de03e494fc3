import type { CalendarDate } from "../../../../../shared/calendar.js";
import { type Whole, whole } from "../arithmetic/fraction.js";
import { holdsDay, type ReportingPeriod } from "../period.js";

export interface MadePromise {
  readonly madeOn: CalendarDate;
  /** The last day on which money still keeps it: the promised one and the days of grace. */
  readonly lastDay: CalendarDate;
  readonly minor: Whole;
  /** Why it ended before that day, where it did. */
  readonly ended: { readonly why: "superseded" | "cancelled" | "dispute" | "hold"; readonly on: CalendarDate } | null;
  /** Money for the promised debts that was not taken back, by value date. */
  readonly payments: readonly { readonly on: CalendarDate; readonly minor: Whole }[];
}

/** In minor units. `left_out` is listed with its reason; what is due in another period is neither. */
export type PromiseResult =
  | { readonly standing: "judged"; readonly kept: boolean; readonly promised: bigint; readonly paid: bigint }
  | { readonly standing: "left_out"; readonly why: "superseded" | "cancelled" | "dispute" | "hold" }
  | { readonly standing: "other_period" };

/**
 * How a promise came out that had to be kept in the period.
 * @param tolerance what part of the amount keeps it, in whole per cent: 100 asks for all of it
 */
export function promiseResult(promise: MadePromise, period: ReportingPeriod, tolerance = 100): PromiseResult {
  const { lastDay, ended, madeOn, payments } = promise;
  if (!holdsDay(period, lastDay)) return { standing: "other_period" };
  if (ended && ended.on <= lastDay) return { standing: "left_out", why: ended.why };
  const promised = whole(promise.minor);
  const came = payments.filter(({ on }) => madeOn <= on && on <= lastDay).reduce((sum, { minor }) => sum + whole(minor), 0n);
  return { standing: "judged", kept: came * 100n >= promised * BigInt(tolerance), promised, paid: came > promised ? promised : came };
}

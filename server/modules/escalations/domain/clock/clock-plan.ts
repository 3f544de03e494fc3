import type { WorkingCalendar } from "../calendar/working-calendar.js";
import type { PauseReason } from "./pause-reason.js";

/**
 * `first_answer`: from the opening to a person's first public message; `next_answer`: the same for each later wait of the debtor;
 * `first_resolution`: to the first time it is resolved, whatever is reopened later; `total_resolution`: to the last, as the policy's `reopening` says;
 * `owner`: from each assignment to that person's or anybody's answer, or the resolution.
 */
export const CLOCK_KINDS = ["first_answer", "next_answer", "first_resolution", "total_resolution", "owner"] as const;
export type ClockKind = (typeof CLOCK_KINDS)[number];

/** What a reopening does to a clock that had stopped: nothing; it goes on where it was; it begins anew. */
export const REOPENINGS = ["nothing", "resume", "new_cycle"] as const;
export type Reopening = (typeof REOPENINGS)[number];

export interface ClockTarget {
  /** Milliseconds of running time, above 0. Used up means missed: half-open, so an answer at the very due instant is late. */
  readonly within: number;
  readonly calendar: WorkingCalendar;
  /** What stops it. The others it ignores. */
  readonly pausedBy: readonly PauseReason[];
}

/** What a version of a policy and of a calendar mean to the clocks of a case. */
export interface ClockPlan {
  /** `default@2`, as it is pinned to a case. */
  readonly name: string;
  /** A clock without a target does not run. */
  readonly targets: Readonly<Partial<Record<ClockKind, ClockTarget>>>;
  readonly reopening: Reopening;
}

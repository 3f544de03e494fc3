import type { Recording } from "../days/recording.js";

/** Something that must not have happened. */
export interface Finding {
  readonly check: string;
  /** Epoch milliseconds; null where it is about no moment. */
  readonly at: number | null;
  readonly what: string;
}

/** One thing the judge looks at. */
export interface Check {
  readonly name: string;
  /** What it would mean if it found something. */
  readonly title: string;
  /** @returns what was found, and how many things were looked at: a check that looked at nothing has proven nothing */
  run(recording: Recording): Promise<Verdict> | Verdict;
}

export interface Verdict {
  readonly looked: number;
  readonly findings: readonly Omit<Finding, "check">[];
}

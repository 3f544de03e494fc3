import type { Instant } from "../../shared/instant.js";

/** What can be woken. A wake-up carries no data: the worker looks in the database for what is due. */
export const LANES = [
  "dispatch",
  "reconcile",
  "inbox",
  "listing",
  "reread",
  "plan",
  "promises",
  "segments",
  "actions",
  "clocks",
  "imports",
  "projections",
  "mail",
] as const;
export type Lane = (typeof LANES)[number];

/** Looks for due work and does some of it. Resolves to `true` when there may be more, so that it is called again at once. */
export type LaneWorker = () => Promise<boolean>;

/** When something falls due next; null when nothing is waiting. Asked after each run, so that due work does not wait for a poll. */
export type NextDue = () => Promise<Instant | null>;

/**
 * Wakes workers, in this process or another. Losing every wake-up costs delay and nothing else:
 * the poll of `Scheduler` finds due rows anyway, so `wake` never throws and promises nothing.
 */
export abstract class JobQueue {
  /** Safe to call in `afterCommit`; never rejects. */
  abstract wake(lane: Lane): Promise<void>;
  /** One worker a lane and process; wake-ups during a run are folded into one further run. */
  abstract work(lane: Lane, worker: LaneWorker, nextDue?: NextDue): void;
  /** Whether the transport answers; for the health page. */
  abstract healthy(): Promise<boolean>;
  /** Takes no new wake-ups and waits for the running workers. */
  abstract close(): Promise<void>;
}

import type { Instant } from "../../shared/instant.js";

export interface TimerHandle {
  cancel(): void;
}

/**
 * The only source of time. Production code takes it as a port and calls neither `Date.now` nor `setTimeout`
 * (a lint rule), so that a scenario of sixty days runs in seconds and every guard keeps its real value.
 */
export abstract class Clock {
  /** Wall clock, epoch milliseconds. */
  abstract now(): Instant;
  /** Milliseconds that never go back; for deadlines and durations. */
  abstract monotonic(): number;
  /** Calls `fn` once, not before `instant` (at once when it has passed). What `fn` throws or rejects with is the owner's to catch. */
  abstract at(instant: Instant, fn: () => void | Promise<void>): TimerHandle;
  /**
   * Declares work in progress (a request in flight, a job, a transaction): a stepped clock stands still until `release` is called.
   * Real clocks ignore it.
   */
  abstract hold(): () => void;

  /** Runs `work` while holding the clock. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    const release = this.hold();
    try {
      return await work();
    } finally {
      release();
    }
  }

  /**
   * Runs a piece of work that nobody waits for inside another one (a lane, a job). Under a stepped clock what happens at one instant has one
   * order, so pieces take turns; in real time they run side by side.
   */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }

  /** How many of a kind may be under way at once: as many as asked for, or one where everything has its order. */
  atOnce(most: number): number {
    return most;
  }

  /** Resolves `ms` from now; a stepped clock may jump over it, so no `hold` may be open while awaiting this. */
  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.at(this.now() + ms, () => resolve()));
  }
}

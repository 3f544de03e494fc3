import type { Instant } from "../../shared/instant.js";
import { Clock, type TimerHandle } from "./clock.js";
import { type QueuedTimer, TimerQueue } from "./timer-queue.js";

/** Turns of the event loop that must pass without work before time may move: socket callbacks need a few to surface. */
const QUIET_TURNS = 4;

/**
 * A discrete-event clock: time stands still while anything holds it and jumps to the next timer when the process is idle.
 * Timers due at the same instant run in the order they were set. For the demo and tests only.
 */
export class SteppedClock extends Clock {
  private current: Instant;
  private holds = 0;
  private onRelease: (() => void) | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private readonly timers = new TimerQueue();

  constructor(start: Instant) {
    super();
    this.current = start;
  }

  now(): Instant {
    return this.current;
  }

  monotonic(): number {
    return this.current;
  }

  at(instant: Instant, fn: () => void | Promise<void>): TimerHandle {
    return this.timers.add(Math.max(instant, this.current), fn);
  }

  hold(): () => void {
    this.holds++;
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      this.holds--;
      if (this.holds === 0) this.onRelease?.();
    };
  }

  /** One after the other, in the order asked for: two answers from the network would arrive in an order that no seed decides. */
  override inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.turn.then(work);
    this.turn = mine.catch(() => {});
    return mine;
  }

  override atOnce(): number {
    return 1;
  }

  /** Lets everything due until `end` happen, jumping from timer to timer; returns with the clock at `end` and the process idle. */
  async runUntil(end: Instant): Promise<void> {
    for (;;) {
      await this.idle();
      const next = this.timers.nextAt;
      if (next === undefined || next > end) break;
      const { fn } = this.timers.take()!;
      this.current = Math.max(this.current, next);
      const release = this.hold();
      void Promise.resolve(fn()).finally(release);
    }
    this.current = Math.max(this.current, end);
  }

  runFor(ms: number): Promise<void> {
    return this.runUntil(this.current + ms);
  }

  /** Resolves when nothing holds the clock for a few turns of the event loop. */
  async idle(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TURNS;) {
      // Asleep until the last hold is gone: a loop that spins meanwhile takes the processor from the database it waits for.
      if (this.holds > 0) await this.released();
      await new Promise<void>((resolve) => setImmediate(resolve));
      quiet = this.holds === 0 ? quiet + 1 : 0;
    }
  }

  private released(): Promise<void> {
    const before = this.onRelease;
    return new Promise((resolve) => {
      this.onRelease = () => {
        this.onRelease = undefined;
        before?.();
        resolve();
      };
    });
  }

  /** Takes every timer that is still to come, in order: for whoever goes on with another clock. */
  takeTimers(): QueuedTimer[] {
    const taken: QueuedTimer[] = [];
    for (let next = this.timers.take(); next; next = this.timers.take()) taken.push(next);
    return taken;
  }
}

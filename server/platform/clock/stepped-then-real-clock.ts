import type { Instant } from "../../shared/instant.js";
import { Clock, type TimerHandle } from "./clock.js";
import { SteppedClock } from "./stepped-clock.js";

/**
 * A stepped clock that hands over to a real one: the demo steps through its past, catches up with the present and goes on in real time. Whoever
 * took it as `Clock` notices nothing; timers set before the hand-over fire after it. For the demo and tests only.
 */
export class SteppedThenRealClock extends Clock {
  private readonly stepped: SteppedClock;
  private handedOver = false;
  /** What the monotonic clock of the real time must be added to, so that it goes on where the stepped one stopped. */
  private monotonicBase = 0;

  constructor(
    start: Instant,
    private readonly real: Clock,
  ) {
    super();
    this.stepped = new SteppedClock(start);
  }

  now(): Instant {
    return this.handedOver ? this.real.now() : this.stepped.now();
  }

  monotonic(): number {
    return this.handedOver ? this.monotonicBase + this.real.monotonic() : this.stepped.monotonic();
  }

  at(instant: Instant, fn: () => void | Promise<void>): TimerHandle {
    if (this.handedOver) return this.real.at(instant, fn);
    let handle: TimerHandle | null = null;
    let cancelled = false;
    // At the hand-over the stepped clock's timers are taken from it: what was cancelled must stay so, wherever the timer is by then.
    const own = this.stepped.at(instant, () => {
      if (cancelled) return undefined;
      if (!this.handedOver || instant <= this.real.now()) return fn();
      handle = this.real.at(instant, fn);
      return undefined;
    });
    return {
      cancel: () => {
        cancelled = true;
        own.cancel();
        handle?.cancel();
      },
    };
  }

  hold(): () => void {
    return this.handedOver ? this.real.hold() : this.stepped.hold();
  }

  override inTurn<T>(work: () => Promise<T>): Promise<T> {
    return this.handedOver ? work() : this.stepped.inTurn(work);
  }

  override atOnce(most: number): number {
    return this.handedOver ? most : this.stepped.atOnce();
  }

  /** @see SteppedClock.runUntil */
  async runUntil(end: Instant): Promise<void> {
    if (this.handedOver) throw new Error("The clock runs in real time already");
    await this.stepped.runUntil(end);
  }

  runFor(ms: number): Promise<void> {
    return this.runUntil(this.now() + ms);
  }

  /**
   * Steps on until it has caught up with the real clock, which goes on meanwhile, and runs in real time from there: at the hand-over both
   * show the same instant. A real clock that is behind is waited for.
   */
  async handOver(): Promise<void> {
    while (this.stepped.now() < this.real.now()) await this.runUntil(this.real.now());
    const ahead = this.stepped.now() - this.real.now();
    if (ahead > 0) await this.real.sleep(ahead);
    this.monotonicBase = this.stepped.monotonic() - this.real.monotonic();
    this.handedOver = true;
    for (const { fn } of this.stepped.takeTimers()) void fn();
  }
}

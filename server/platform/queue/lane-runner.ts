import type { Clock, TimerHandle } from "../clock/clock.js";
import type { WorkMetrics } from "../observability/work-metrics.js";
import type { Logger } from "../observability/logger.js";
import type { Lane, LaneWorker, NextDue } from "./job-queue.js";

/**
 * Runs the worker of one lane, never twice at once in a process; wake-ups that arrive meanwhile lead to one more run. When the lane knows
 * what falls due next, it wakes itself then: the polls are left for what other processes did.
 */
export class LaneRunner {
  private running: Promise<void> | null = null;
  private again = false;
  private closed = false;
  private alarm: TimerHandle | null = null;

  constructor(
    private readonly lane: Lane,
    private readonly worker: LaneWorker,
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly metrics: WorkMetrics,
    private readonly nextDue?: NextDue,
  ) {
    metrics.expect("lane", lane);
  }

  wake(): Promise<void> {
    if (this.closed) return Promise.resolve();
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.clock
      .during(() => this.clock.inTurn(() => this.drain()))
      .finally(() => {
        this.running = null;
      });
    return this.running;
  }

  async close(): Promise<void> {
    this.closed = true;
    this.alarm?.cancel();
    await this.running;
  }

  private async drain(): Promise<void> {
    do {
      this.again = false;
      const ended = this.metrics.begin("lane", this.lane);
      try {
        if (await this.worker()) this.again = true;
        ended(true);
      } catch (error) {
        ended(false);
        // The rows are still due; the next poll tries again.
        this.logger.error("lane.failed", { lane: this.lane, error });
      }
    } while (this.again && !this.closed);
    await this.setAlarm();
  }

  private async setAlarm(): Promise<void> {
    if (!this.nextDue || this.closed) return;
    try {
      const at = await this.nextDue();
      this.alarm?.cancel();
      // Due already and not done: the worker could not, and the next poll tries again.
      this.alarm = at === null || at <= this.clock.now() || this.closed ? null : this.clock.at(at, () => void this.wake());
    } catch (error) {
      this.logger.error("lane.failed", { lane: this.lane, error });
    }
  }
}

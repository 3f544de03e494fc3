import type { Clock } from "../clock/clock.js";
import type { Logger } from "../observability/logger.js";
import type { Lane, LaneWorker } from "./job-queue.js";

/** Runs the worker of one lane, never twice at once in a process; wake-ups that arrive meanwhile lead to one more run. */
export class LaneRunner {
  private running: Promise<void> | null = null;
  private again = false;
  private closed = false;

  constructor(
    private readonly lane: Lane,
    private readonly worker: LaneWorker,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  wake(): Promise<void> {
    if (this.closed) return Promise.resolve();
    if (this.running) {
      this.again = true;
      return this.running;
    }
    this.running = this.clock
      .during(() => this.drain())
      .finally(() => {
        this.running = null;
      });
    return this.running;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }

  private async drain(): Promise<void> {
    do {
      this.again = false;
      try {
        if (await this.worker()) this.again = true;
      } catch (error) {
        // The rows are still due; the next poll tries again.
        this.logger.error("lane.failed", { lane: this.lane, error });
      }
    } while (this.again && !this.closed);
  }
}

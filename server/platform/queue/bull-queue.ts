import { InjectQueue } from "@nestjs/bull";
import { Inject, Injectable } from "@nestjs/common";
import type { Queue } from "bull";
import { Clock, type TimerHandle } from "../clock/clock.js";
import { CONFIG, type Config } from "../config/config.js";
import { Logger } from "../observability/logger.js";
import { JobQueue, type Lane, type LaneWorker, type NextDue } from "./job-queue.js";
import { LaneRunner } from "./lane-runner.js";

export const WAKE_QUEUE = "saldo-wake";
const WAKE_WAIT = 500;
const CLOSE_WAIT = 2_000;

/**
 * The production driver. One waiting Bull job a lane at the most (its id is the lane): Redis holds some bytes, not the backlog,
 * and a flushed Redis loses wake-ups only.
 */
@Injectable()
export class BullQueue extends JobQueue {
  private readonly lanes = new Map<Lane, LaneRunner>();

  constructor(
    @InjectQueue(WAKE_QUEUE) private readonly queue: Queue,
    private readonly clock: Clock,
    private readonly logger: Logger,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
    queue.on("error", (error: Error) => this.logger.warn("queue.unreachable", { error }));
  }

  async wake(lane: Lane): Promise<void> {
    // The process that knows of the work starts on it at once; the job tells the others.
    void this.lanes.get(lane)?.wake();
    try {
      await this.within(WAKE_WAIT, this.queue.add(lane, {}, { jobId: lane, removeOnComplete: true, removeOnFail: true }));
    } catch (error) {
      this.logger.warn("queue.wake_lost", { lane, error: error as Error });
    }
  }

  work(lane: Lane, worker: LaneWorker, nextDue?: NextDue): void {
    // A web process wakes and never works.
    if (this.config.role === "web") return;
    const runner = new LaneRunner(lane, worker, this.clock, this.logger, nextDue);
    this.lanes.set(lane, runner);
    // The job ends at once: its work is in the database, and a job that lasts could stall and run twice.
    void this.queue.process(lane, 1, () => {
      void runner.wake();
      return Promise.resolve();
    });
  }

  async healthy(): Promise<boolean> {
    try {
      return (await this.queue.client.ping()) === "PONG";
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.lanes.values()].map((lane) => lane.close()));
    // Closing while the first connection is still being made would leave it behind, trying for ever.
    await this.within(CLOSE_WAIT, this.queue.isReady()).catch(() => undefined);
    await this.queue.close(true).catch(() => undefined);
  }

  /** Waits for Redis, but not for ever: a wake-up is not worth it. */
  private async within(ms: number, work: Promise<unknown>): Promise<void> {
    let late: TimerHandle | undefined;
    const timeout = new Promise<void>((resolve) => (late = this.clock.at(this.clock.now() + ms, () => resolve())));
    try {
      await Promise.race([work, timeout]);
    } finally {
      late?.cancel();
    }
  }
}

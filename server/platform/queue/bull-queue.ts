import { InjectQueue } from "@nestjs/bull";
import { Inject, Injectable } from "@nestjs/common";
import type { Queue } from "bull";
import { Clock } from "../clock/clock.js";
import { within } from "../clock/within.js";
import { CONFIG, type Config } from "../config/config.js";
import { WorkMetrics } from "../observability/work-metrics.js";
import { Logger } from "../observability/logger.js";
import { JobQueue, type Lane, type LaneWorker, type NextDue } from "./job-queue.js";
import { LaneRunner } from "./lane-runner.js";

export const WAKE_QUEUE = "saldo-wake";
const WAKE_WAIT = 500;
const HEALTH_WAIT = 1_000;
const CLOSE_WAIT = 2_000;

/** The connections Bull has made; its types do not name them. */
interface Connected {
  readonly clients: readonly { disconnect(): void }[];
}

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
    private readonly metrics: WorkMetrics,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
    queue.on("error", (error: Error) => this.logger.warn("queue.unreachable", { error }));
  }

  async wake(lane: Lane): Promise<void> {
    // The process that knows of the work starts on it at once; the job tells the others.
    void this.lanes.get(lane)?.wake();
    try {
      // A wake-up is not worth more than a moment's wait.
      const added = this.queue.add(lane, {}, { jobId: lane, removeOnComplete: true, removeOnFail: true });
      await within(this.clock, WAKE_WAIT, added, null);
    } catch (error) {
      this.logger.warn("queue.wake_lost", { lane, error: error as Error });
    }
  }

  work(lane: Lane, worker: LaneWorker, nextDue?: NextDue): void {
    // A web process wakes and never works.
    if (this.config.role === "web") return;
    const runner = new LaneRunner(lane, worker, this.clock, this.logger, this.metrics, nextDue);
    this.lanes.set(lane, runner);
    // The job ends at once: its work is in the database, and a job that lasts could stall and run twice.
    void this.queue.process(lane, 1, () => {
      void runner.wake();
      return Promise.resolve();
    });
  }

  async healthy(): Promise<boolean> {
    try {
      // While Redis is away its client keeps commands until it is back, for as long as that takes.
      return (await within(this.clock, HEALTH_WAIT, this.queue.client.ping(), null)) === "PONG";
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.lanes.values()].map((lane) => lane.close()));
    // Closing while the first connection is still being made would leave it behind, trying for ever.
    const ready = await within(this.clock, CLOSE_WAIT, this.queue.isReady(), null).catch(() => null);
    // Bull waits until it can say goodbye. A Redis that is away is not told, and not called again either.
    const hangUp = () => (this.queue as unknown as Connected).clients.forEach((client) => client.disconnect());
    if (!ready) hangUp();
    await within(this.clock, CLOSE_WAIT, this.queue.close(true), null).catch(() => null);
    hangUp();
  }
}

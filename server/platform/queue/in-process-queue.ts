import { Injectable } from "@nestjs/common";
import { Clock } from "../clock/clock.js";
import { WorkMetrics } from "../observability/work-metrics.js";
import { Logger } from "../observability/logger.js";
import { JobQueue, type Lane, type LaneWorker, type NextDue } from "./job-queue.js";
import { LaneRunner } from "./lane-runner.js";

/** The embedded driver: a wake-up is a function call in the same process. */
@Injectable()
export class InProcessQueue extends JobQueue {
  private readonly lanes = new Map<Lane, LaneRunner>();

  constructor(
    private readonly clock: Clock,
    private readonly logger: Logger,
    private readonly metrics: WorkMetrics,
  ) {
    super();
  }

  wake(lane: Lane): Promise<void> {
    void this.lanes.get(lane)?.wake();
    return Promise.resolve();
  }

  work(lane: Lane, worker: LaneWorker, nextDue?: NextDue): void {
    this.lanes.set(lane, new LaneRunner(lane, worker, this.clock, this.logger, this.metrics, nextDue));
  }

  healthy(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async close(): Promise<void> {
    await Promise.all([...this.lanes.values()].map((lane) => lane.close()));
  }
}

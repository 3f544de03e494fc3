import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { Scheduler } from "../../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../../platform/config/config.js";
import { JobQueue } from "../../../platform/queue/job-queue.js";
import { MINUTE } from "../../../shared/instant.js";
import { CLOCKS_LANE, ClockSweep } from "./clock-sweep.service.js";

/** Reaches levels when they fall due, and by a poll what no wake-up told of. */
@Injectable()
export class ClocksLane implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly scheduler: Scheduler,
    private readonly sweep: ClockSweep,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    if (this.config.role === "web") return;
    this.queue.work(
      CLOCKS_LANE,
      () => this.sweep.round(() => void this.queue.wake(CLOCKS_LANE)),
      () => this.sweep.nextDue(),
    );
    this.scheduler.add({
      name: "escalations.clocks",
      everyMs: Math.max(MINUTE, this.config.pollMs),
      runner: "each",
      run: () => this.queue.wake(CLOCKS_LANE),
    });
  }
}

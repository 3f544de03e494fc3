import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { HOUR, MINUTE } from "../../shared/instant.js";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { PromisesLane } from "./promises.lane.js";

@Injectable()
export class NegotiationJobs implements OnModuleInit {
  constructor(
    private readonly promises: PromisesLane,
    private readonly scheduler: Scheduler,
    private readonly queue: JobQueue,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    if (this.config.role === "web") return;
    this.queue.work("promises", () => this.promises.round());
    // Local days begin on a slot in every zone there is, so a promise is judged the moment its last day is over; however seldom Saldo polls,
    // within the hour.
    this.scheduler.add({
      name: "negotiation.promises",
      everyMs: Math.min(HOUR, Math.max(5 * MINUTE, this.config.pollMs)),
      runner: "one",
      run: () => this.queue.wake("promises"),
    });
  }
}

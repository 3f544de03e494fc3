import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { type Instant, MINUTE } from "../../shared/instant.js";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { SegmentUses } from "../segmentation/index.js";
import { CadencesStore } from "./cadences.store.js";
import { PlanningLane } from "./planning.lane.js";

const REVIEW_EVERY = 30 * MINUTE;

/**
 * Planning runs every five minutes and whenever the portfolio changed; each run is idempotent, so more of them change nothing. The policy is
 * asked about the whole plan when something changed and every half hour: what the clock alone opens or closes is decided at the claim anyway.
 */
@Injectable()
export class CadencesJobs implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly queue: JobQueue,
    private readonly planning: PlanningLane,
    private readonly store: CadencesStore,
    private readonly uses: SegmentUses,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    const everyMs = Math.max(5 * MINUTE, this.config.pollMs);
    this.scheduler.add({ name: "cadences.plan", everyMs, runner: "one", run: (slot) => this.planning.round(beginsReview(slot, everyMs)) });
    this.queue.work("plan", async () => {
      await this.planning.round(false);
      return false;
    });
    this.uses.add((accountId, segment) => this.store.namesUsing(accountId, segment));
  }
}

/** Whether a half hour has begun since the slot before: slots of any length meet each of them, or the first after it. */
function beginsReview(slot: Instant, everyMs: number): boolean {
  return Math.floor(slot / REVIEW_EVERY) !== Math.floor((slot - everyMs) / REVIEW_EVERY);
}

import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { MINUTE } from "../../shared/instant.js";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { AccountDirectory } from "../accounts/index.js";
import { OutboxReview } from "../outbox/index.js";
import { CadencesService } from "./cadences.service.js";

/** Planning runs every five minutes and whenever the portfolio changed; each run is idempotent, so more of them change nothing. */
@Injectable()
export class CadencesJobs implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly queue: JobQueue,
    private readonly accounts: AccountDirectory,
    private readonly cadences: CadencesService,
    private readonly review: OutboxReview,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.scheduler.add({ name: "cadences.plan", everyMs: Math.max(5 * MINUTE, this.config.pollMs), runner: "one", run: () => this.plan() });
    this.queue.work("plan", async () => {
      await this.plan();
      return false;
    });
  }

  private async plan(): Promise<void> {
    for (const account of await this.accounts.list()) {
      await this.cadences.planToday(account.id);
      await this.review.reviewPlanned(account.id);
    }
    await this.queue.wake("dispatch");
  }
}

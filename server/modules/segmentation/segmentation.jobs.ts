import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { MINUTE } from "../../shared/instant.js";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { AccountRounds } from "../../platform/work/account-rounds.js";
import { Membership } from "./membership.service.js";

/** Members change with the day, which begins at another hour in each account's zone, and with what is imported. */
@Injectable()
export class SegmentationJobs implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly queue: JobQueue,
    private readonly rounds: AccountRounds,
    private readonly membership: Membership,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.scheduler.add({
      name: "segments.refresh",
      everyMs: Math.max(30 * MINUTE, this.config.pollMs),
      runner: "one",
      run: () => this.refresh(),
    });
    this.queue.work("segments", async () => {
      await this.refresh();
      return false;
    });
  }

  private async refresh(): Promise<void> {
    await this.rounds.forEachAccount("segments", (accountId) => this.membership.refreshStale(accountId));
  }
}

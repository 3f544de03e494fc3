import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { AccountRounds } from "../../platform/work/account-rounds.js";
import { HOUR, MINUTE, SECOND } from "../../shared/instant.js";
import { BlockWatch } from "./block-watch.service.js";
import { readingTimes } from "./reading/reading.settings.js";
import { StatusSweep } from "./reading/status-sweep.service.js";
import { WebhookProcessor } from "./webhooks/webhook-processor.service.js";
import { WebhookWatch } from "./webhooks/webhook-watch.service.js";

/** When the host module works by the clock. A `web` process only stores webhooks. */
@Injectable()
export class HostJobs implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly scheduler: Scheduler,
    private readonly rounds: AccountRounds,
    private readonly processor: WebhookProcessor,
    private readonly reconciler: StatusSweep,
    private readonly watch: WebhookWatch,
    private readonly blocks: BlockWatch,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    if (this.config.role === "web") return;
    // Finds what lost its wake-up, and retries.
    this.scheduler.add({ name: "host.inbox", everyMs: this.config.pollMs, runner: "each", run: () => this.queue.wake("inbox") });
    this.scheduler.add({
      name: "host.reread",
      everyMs: Math.max(5 * SECOND, this.config.pollMs),
      runner: "each",
      run: () => this.queue.wake("reread"),
    });
    const { everyMs } = readingTimes(this.config);
    this.scheduler.add({ name: "host.listing", everyMs, runner: "each", run: () => this.queue.wake("listing") });
    this.scheduler.add({ name: "host.reconcile", everyMs, runner: "one", run: () => this.reconciler.sweepStatuses() });
    this.scheduler.add({
      name: "host.webhook",
      everyMs: Math.max(10 * MINUTE, this.config.pollMs),
      runner: "one",
      run: () => this.watch.check(),
    });
    this.scheduler.add({
      name: "host.blocks",
      everyMs: Math.max(5 * MINUTE, this.config.pollMs),
      runner: "one",
      run: () => this.checkBlocks(),
    });
    this.scheduler.add({ name: "host.clean_up", everyMs: 6 * HOUR, runner: "one", run: () => this.cleanUp() });
  }

  private async checkBlocks(): Promise<void> {
    await this.rounds.forEachAccount("host.blocks", (accountId) => this.blocks.check(accountId));
  }

  private async cleanUp(): Promise<void> {
    await this.rounds.forEachAccount("host.clean_up", (accountId) => this.processor.cleanUp(accountId));
  }
}

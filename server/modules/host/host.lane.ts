import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { HttpAdapterHost } from "@nestjs/core";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { AccountRounds } from "../../platform/work/account-rounds.js";
import { ListingLane } from "./reading/listing.lane.js";
import { StatusSweep } from "./reading/status-sweep.service.js";
import { WebhookProcessor } from "./webhooks/webhook-processor.service.js";

/** What the host module does when it is woken. A `web` process only stores webhooks. */
@Injectable()
export class HostLanes implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly rounds: AccountRounds,
    private readonly processor: WebhookProcessor,
    private readonly reconciler: StatusSweep,
    private readonly listing: ListingLane,
    private readonly adapterHost: HttpAdapterHost,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async onModuleInit(): Promise<void> {
    if (this.config.role !== "web") this.work();
    // Whoever takes webhooks or works on them: while it was away, nobody may have heard what debtors wrote. The command line does neither.
    const listens = this.config.role !== "web" || this.adapterHost.httpAdapter != null;
    if (listens) await this.listing.begin();
  }

  /** Before anything is called for: a wake-up that finds no worker is lost. */
  private work(): void {
    this.queue.work(
      "listing",
      () => this.listing.round(),
      () => this.listing.nextDue(),
    );
    this.queue.work(
      "inbox",
      () =>
        this.rounds.forEachAccount(
          "inbox",
          (accountId) => this.processor.drain(accountId),
          () => void this.queue.wake("inbox"),
        ),
      () => this.rounds.earliest("inbox", (accountId, now) => this.processor.nextDue(accountId, now)),
    );
    this.queue.work("reread", async () => {
      await this.reconciler.rereadAnnounced(() => void this.queue.wake("reread"));
      return false;
    });
  }
}

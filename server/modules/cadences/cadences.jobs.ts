import { Injectable, type OnModuleInit } from "@nestjs/common";
import { MINUTE } from "../../shared/instant.js";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { AccountRounds } from "../../platform/work/account-rounds.js";
import { OutboxReview } from "../outbox/index.js";
import { SegmentUses } from "../segmentation/index.js";
import { CadencesService } from "./cadences.service.js";
import { CadencesStore } from "./cadences.store.js";
import { Replanning } from "./replanning.reader.js";

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
    private readonly rounds: AccountRounds,
    private readonly cadences: CadencesService,
    private readonly news: Replanning,
    private readonly review: OutboxReview,
    private readonly store: CadencesStore,
    private readonly uses: SegmentUses,
  ) {}

  onModuleInit(): void {
    this.scheduler.add({ name: "cadences.plan", everyMs: 5 * MINUTE, runner: "one", run: (slot) => this.plan(slot % REVIEW_EVERY === 0) });
    this.queue.work("plan", async () => {
      await this.plan(false);
      return false;
    });
    this.uses.add((accountId, segment) => this.store.namesUsing(accountId, segment));
  }

  private async plan(reviewAnyway: boolean): Promise<void> {
    await this.rounds.forEachAccount("plan", async (accountId) => {
      const news = await this.news.handle(accountId, () => this.cadences.planToday(accountId));
      if (!news && !reviewAnyway) return;
      await this.review.reviewPlanned(accountId);
      await this.queue.wake("dispatch");
    });
  }
}

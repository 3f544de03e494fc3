import { Injectable } from "@nestjs/common";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { AccountRounds } from "../../platform/work/account-rounds.js";
import { OutboxReview } from "../outbox/index.js";
import { CadencesService } from "./cadences.service.js";
import { Replanning } from "./replanning.reader.js";

/** One account after the other: plans what is due, and asks the policy about the plan. */
@Injectable()
export class PlanningLane {
  constructor(
    private readonly queue: JobQueue,
    private readonly rounds: AccountRounds,
    private readonly cadences: CadencesService,
    private readonly news: Replanning,
    private readonly review: OutboxReview,
  ) {}

  /** @param reviewAnyway also where nothing has changed since the last time */
  async round(reviewAnyway: boolean): Promise<void> {
    await this.rounds.forEachAccount("plan", async (accountId) => {
      const news = await this.news.handle(accountId, () => this.cadences.planToday(accountId));
      if (!news && !reviewAnyway) return;
      await this.review.reviewPlanned(accountId);
      await this.queue.wake("dispatch");
    });
  }
}

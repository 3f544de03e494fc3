import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { AccountRounds } from "../../platform/work/account-rounds.js";
import { WorkRows } from "../../platform/work/work-rows.js";
import { PROMISE } from "./negotiation.tables.js";
import { PromiseJudge } from "./promise-judge.service.js";
import { PromisesStore } from "./promises.store.js";

const BATCH = 200;

/** The lane `promises`: those whose money moved or whose last day is over are judged, each by itself. */
@Injectable()
export class PromisesLane {
  constructor(
    private readonly rounds: AccountRounds,
    private readonly rows: WorkRows,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    private readonly store: PromisesStore,
    private readonly judge: PromiseJudge,
  ) {}

  /** @returns whether there may be more */
  round(): Promise<boolean> {
    return this.rounds.forEachAccount(
      "promises",
      async (accountId) => {
        const without = await this.rows.without(accountId, "promises", PROMISE, "p.id");
        const due = await this.store.toJudge(accountId, this.clock.now(), BATCH, without);
        const subjectOf = ({ id, debtorId }: (typeof due)[number]) => ({ subject: PROMISE, subjectId: id, debtorId });
        await this.rows.each({ accountId, work: "promises", subjectOf }, due, ({ id, debtorId }) =>
          this.judge.judge(accountId, id, debtorId),
        );
        return due.length === BATCH;
      },
      () => void this.queue.wake("promises"),
    );
  }
}

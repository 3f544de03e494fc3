import { Injectable, type OnModuleInit } from "@nestjs/common";
import { Clock } from "../clock/clock.js";
import { within } from "../clock/within.js";
import { Database } from "../database/database.js";
import { DATABASE_TROUBLES } from "../database/trouble.js";
import { JobQueue } from "../queue/job-queue.js";
import { ParkedWorkStore } from "../work/parked-work.store.js";
import { WorkAccounts } from "../work/work-accounts.port.js";
import { Metrics } from "./metrics.js";
import { Refusals } from "./refusals.js";

const PATIENCE_MS = 1_500;

/** What the platform itself has to tell: database, queue, refused requests, rows that could not be worked on. */
@Injectable()
export class ProcessMetrics implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly db: Database,
    private readonly queue: JobQueue,
    private readonly refusals: Refusals,
    private readonly parked: ParkedWorkStore,
    private readonly accounts: WorkAccounts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    const { metrics } = this;
    metrics.gauge("database_trouble", "1 while the database is known to have this trouble", ["trouble"], () =>
      DATABASE_TROUBLES.map((trouble) => ({ labels: { trouble }, value: this.db.trouble === trouble ? 1 : 0 })),
    );
    metrics.gauge("database_longest_unit_seconds", "Age of the oldest unit of work that has not ended", [], () => [
      { value: this.db.longestUnit() / 1_000 },
    ]);
    metrics.gauge("queue_up", "1 while the transport of wake-ups answers", [], async () => [
      { value: (await within(this.clock, PATIENCE_MS, this.queue.healthy(), false)) ? 1 : 0 },
    ]);
    metrics.gauge("security_refusals", "Requests this process has refused since it started, by kind", ["refusal"], () =>
      [...this.refusals.counts].map(([refusal, value]) => ({ labels: { refusal }, value })),
    );
    metrics.gauge("parked_rows", "Rows and accounts that could not be worked on and wait for a person, by work", ["work"], () =>
      this.parkedByWork(),
    );
  }

  private async parkedByWork(): Promise<{ labels: { work: string }; value: number }[]> {
    const sums = new Map<string, number>();
    for (const accountId of await this.accounts.ids()) {
      for (const { work, n } of await this.parked.countByWork(accountId)) sums.set(work, (sums.get(work) ?? 0) + n);
    }
    return [...sums].map(([work, value]) => ({ labels: { work }, value }));
  }
}

import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { HOUR, SECOND } from "../../shared/instant.js";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { AccountRounds } from "../../platform/work/account-rounds.js";
import { ImportRejectsStore } from "./run/import-rejects.store.js";
import { ImportTraces } from "./run/import-traces.store.js";
import { ImportUploads } from "./run/import-upload.store.js";
import { ImportsLane } from "./run/imports.lane.js";

/** What imports do by themselves. */
@Injectable()
export class ImportsJobs implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly queue: JobQueue,
    private readonly rounds: AccountRounds,
    private readonly rejects: ImportRejectsStore,
    private readonly uploads: ImportUploads,
    private readonly traces: ImportTraces,
    private readonly lane: ImportsLane,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.queue.work("imports", () => this.lane.round());
    // Finds what no wake-up told of, and what a process that died had begun.
    this.scheduler.add({
      name: "imports.wake",
      everyMs: Math.max(15 * SECOND, this.config.pollMs),
      runner: "each",
      run: () => this.queue.wake("imports"),
    });
    this.scheduler.add({ name: "imports.forget", everyMs: Math.max(HOUR, this.config.pollMs), runner: "one", run: () => this.forget() });
  }

  private async forget(): Promise<void> {
    await this.rounds.forEachAccount("imports.forget", async (accountId) => {
      await this.rejects.forgetOld(accountId);
      await this.traces.forget(accountId);
      while ((await this.uploads.forget(accountId)) > 0) continue;
    });
  }
}

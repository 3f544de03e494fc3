import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { Scheduler } from "../../../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../../../platform/config/config.js";
import { AccountRounds } from "../../../../platform/work/account-rounds.js";
import { MINUTE } from "../../../../shared/instant.js";
import { ScheduledReports } from "./scheduled-reports.service.js";

/** Looks each minute whether a report has fallen due: the hour is the account's, and so is what it missed. */
@Injectable()
export class ScheduledReportsJobs implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly rounds: AccountRounds,
    private readonly reports: ScheduledReports,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    if (this.config.role === "web") return;
    this.scheduler.add({
      name: "reports.scheduled",
      everyMs: Math.max(MINUTE, this.config.pollMs),
      runner: "one",
      run: async () => void (await this.rounds.forEachAccount("reports.scheduled", (accountId) => this.reports.turn(accountId))),
    });
  }
}

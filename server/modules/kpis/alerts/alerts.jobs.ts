import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { Scheduler } from "../../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../../platform/config/config.js";
import { AccountRounds } from "../../../platform/work/account-rounds.js";
import { MINUTE } from "../../../shared/instant.js";
import { AlertWatching } from "./alert-watching.service.js";

/** Soon enough after each account's midnight; a round in which no day has ended asks one question. */
const EVERY = 15 * MINUTE;

@Injectable()
export class AlertsJobs implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly rounds: AccountRounds,
    private readonly watching: AlertWatching,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.scheduler.add({
      name: "kpis.alerts",
      everyMs: Math.max(EVERY, this.config.pollMs),
      runner: "one",
      run: async () => {
        await this.rounds.forEachAccount("kpis.alerts", (accountId) => this.watching.advance(accountId));
      },
    });
  }
}

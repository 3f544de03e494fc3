import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { AccountRounds } from "../../platform/work/account-rounds.js";
import { DAY, MINUTE } from "../../shared/instant.js";
import { AccountHealth } from "./account-health.service.js";
import { ParkedWork } from "../../platform/work/parked-work.service.js";
import { SessionBook } from "./sessions/session-book.service.js";

@Injectable()
export class AccountsJobs implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly rounds: AccountRounds,
    private readonly sessions: SessionBook,
    private readonly health: AccountHealth,
    private readonly parked: ParkedWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    if (this.config.role === "web") return;
    this.scheduler.add({
      name: "accounts.health",
      everyMs: Math.max(10 * MINUTE, this.config.pollMs),
      runner: "one",
      run: () => this.lookOver(),
    });
    this.scheduler.add({ name: "accounts.clean_up", everyMs: DAY, runner: "one", run: () => this.cleanUp() });
  }

  private async lookOver(): Promise<void> {
    await this.rounds.forEachAccount("accounts.health", (accountId) => this.health.lookOver(accountId));
  }

  private async cleanUp(): Promise<void> {
    await this.rounds.forEachAccount("accounts.clean_up", async (accountId) => {
      await this.sessions.cleanUp(accountId);
      await this.parked.forget(accountId);
    });
  }
}

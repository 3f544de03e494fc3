import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { AccountRounds } from "../../platform/work/account-rounds.js";
import { MINUTE } from "../../shared/instant.js";
import { Checkpoints } from "./checkpoints.service.js";

@Injectable()
export class JournalJobs implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly checkpoints: Checkpoints,
    private readonly rounds: AccountRounds,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.scheduler.add({
      name: "journal.checkpoints",
      everyMs: Math.max(MINUTE, this.config.pollMs),
      runner: "one",
      run: () => this.attend(),
    });
  }

  private async attend(): Promise<void> {
    await this.rounds.forEachAccount("journal.checkpoints", (accountId) => this.checkpoints.attend(accountId));
  }
}

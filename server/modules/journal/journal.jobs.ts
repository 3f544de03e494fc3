import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { MINUTE } from "../../shared/instant.js";
import { Checkpoints } from "./checkpoints.service.js";
import { JournalPlan } from "./journal.plan.js";

@Injectable()
export class JournalJobs implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly checkpoints: Checkpoints,
    private readonly plan: JournalPlan,
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
    for (const { id } of await this.plan.accounts()) await this.checkpoints.attend(id);
  }
}

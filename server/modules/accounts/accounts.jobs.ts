import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { DAY } from "../../shared/instant.js";
import { Sessions } from "./sessions.service.js";

@Injectable()
export class AccountsJobs implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly sessions: Sessions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    if (this.config.role === "web") return;
    this.scheduler.add({ name: "accounts.clean_up", everyMs: DAY, runner: "one", run: () => this.sessions.cleanUp() });
  }
}

import { Injectable, type OnModuleInit } from "@nestjs/common";
import { HOUR } from "../../shared/instant.js";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { ImportsStore } from "./imports.store.js";

/** What the portfolio does by itself. */
@Injectable()
export class PortfolioJobs implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly imports: ImportsStore,
  ) {}

  onModuleInit(): void {
    this.scheduler.add({
      name: "portfolio.forget-rejects",
      everyMs: HOUR,
      runner: "one",
      run: async () => void (await this.imports.forgetRejects()),
    });
  }
}

import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { MINUTE } from "../../shared/instant.js";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { TemplatesService } from "./templates.service.js";

/** A paused template must not look approved for long: the host itself reads Meta only every three hours. */
@Injectable()
export class TemplatesJobs implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly templates: TemplatesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.scheduler.add({
      name: "templates.refresh",
      everyMs: Math.max(10 * MINUTE, this.config.pollMs),
      runner: "one",
      run: () => this.templates.refreshAll(),
    });
  }
}

import { Injectable, type OnModuleInit } from "@nestjs/common";
import { MINUTE } from "../../shared/instant.js";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { TemplatesService } from "./templates.service.js";

/** A paused template must not look approved for long: the host itself reads Meta only every three hours. */
@Injectable()
export class TemplatesJobs implements OnModuleInit {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly templates: TemplatesService,
  ) {}

  onModuleInit(): void {
    this.scheduler.add({ name: "templates.refresh", everyMs: 10 * MINUTE, runner: "one", run: () => this.templates.refreshAll() });
  }
}

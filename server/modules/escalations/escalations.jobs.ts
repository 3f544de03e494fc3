import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { SECOND } from "../../shared/instant.js";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { HostEvents } from "../host/index.js";
import { BlockedDebtors } from "./blocked-debtors.service.js";
import { Escalations } from "./escalations.service.js";
import { HostActions } from "./host-actions.service.js";

@Injectable()
export class EscalationsJobs implements OnModuleInit {
  constructor(
    private readonly events: HostEvents,
    private readonly queue: JobQueue,
    private readonly scheduler: Scheduler,
    private readonly escalations: Escalations,
    private readonly blocked: BlockedDebtors,
    private readonly actions: HostActions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    this.events.onDebtorBlocked((accountId, debtorId) => this.blocked.call(accountId, debtorId));
    this.events.onConversation((accountId, conversation) => this.escalations.conversationChanged(accountId, conversation));
    if (this.config.role === "web") return;
    this.queue.work(
      "actions",
      () => this.actions.round(() => void this.queue.wake("actions")),
      () => this.actions.nextDue(),
    );
    // Finds what lost its wake-up, and what is to be tried again.
    this.scheduler.add({
      name: "escalations.actions",
      everyMs: Math.max(5 * SECOND, this.config.pollMs),
      runner: "each",
      run: () => this.queue.wake("actions"),
    });
  }
}

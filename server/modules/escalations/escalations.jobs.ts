import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { SECOND } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { HostEvents } from "../host/index.js";
import { DebtorCalls } from "./debtor-calls.service.js";
import { Escalations } from "./escalations.service.js";
import { HostActions } from "./host-actions.service.js";

@Injectable()
export class EscalationsJobs implements OnModuleInit {
  constructor(
    private readonly events: HostEvents,
    private readonly queue: JobQueue,
    private readonly scheduler: Scheduler,
    private readonly clock: Clock,
    private readonly escalations: Escalations,
    private readonly calls: DebtorCalls,
    private readonly actions: HostActions,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    // The policy keeps everything back while somebody is blocked; there is nothing to pause.
    this.events.onDebtorBlocked((accountId, debtorId) =>
      this.calls.about(accountId, debtorId, this.clock.now(), { reason: "blocked", pause: false }),
    );
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

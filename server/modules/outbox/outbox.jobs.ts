import { type BeforeApplicationShutdown, Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { SECOND } from "../../shared/instant.js";
import { Scheduler } from "../../platform/clock/scheduler.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { HostEvents } from "../host/index.js";
import { Deliveries } from "./deliveries.service.js";
import { Dispatcher } from "./dispatch/dispatcher.lane.js";
import { OUTBOX_SETTINGS, type OutboxSettings } from "./outbox.settings.js";
import { ReconcileLane } from "./reconcile.lane.js";
import { SwitchWatch } from "./dispatch/switch-watch.service.js";

/** Queue and schedule to use cases. The polls find what no wake-up told of; the claims keep any number of processes apart. */
@Injectable()
export class OutboxJobs implements OnModuleInit, BeforeApplicationShutdown {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly queue: JobQueue,
    private readonly dispatcher: Dispatcher,
    private readonly reconciling: ReconcileLane,
    private readonly deliveries: Deliveries,
    private readonly events: HostEvents,
    private readonly watch: SwitchWatch,
    @Inject(OUTBOX_SETTINGS) private readonly settings: OutboxSettings,
  ) {}

  onModuleInit(): void {
    this.events.onMessage(async (accountId, message) => {
      if (message.direction === "outgoing" || message.direction === "template") await this.deliveries.take(accountId, message, "webhook");
    });
    const wake = (lane: "dispatch" | "reconcile") => () => this.queue.wake(lane);
    this.queue.work(
      "dispatch",
      () => this.dispatcher.round(),
      () => this.dispatcher.nextDue(),
    );
    this.queue.work(
      "reconcile",
      () => this.reconciling.round(),
      () => this.reconciling.nextDue(),
    );
    this.scheduler.add({ name: "outbox.dispatch", everyMs: this.settings.pollMs, runner: "each", run: wake("dispatch") });
    this.scheduler.add({
      name: "outbox.reconcile",
      everyMs: Math.max(SECOND, this.settings.pollMs, Math.min(15 * SECOND, this.settings.settleMs / 4)),
      runner: "each",
      run: wake("reconcile"),
    });
  }

  /** No new claims; what is claimed and has not left is given back; what is in flight ends within the deadline. */
  beforeApplicationShutdown(): void {
    this.watch.close();
  }
}

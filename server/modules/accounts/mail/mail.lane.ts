import { Inject, Injectable, type OnModuleInit } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Scheduler } from "../../../platform/clock/scheduler.js";
import { CONFIG, type Config } from "../../../platform/config/config.js";
import { JobQueue } from "../../../platform/queue/job-queue.js";
import { AccountRounds } from "../../../platform/work/account-rounds.js";
import { MINUTE } from "../../../shared/instant.js";
import { MailDelivery } from "./mail-delivery.service.js";
import { OutgoingMailsStore } from "./outgoing-mails.store.js";

/** Sends what waits: soon after it was written, and by a poll for what no wake-up told of. */
@Injectable()
export class MailLane implements OnModuleInit {
  constructor(
    private readonly queue: JobQueue,
    private readonly scheduler: Scheduler,
    private readonly rounds: AccountRounds,
    private readonly clock: Clock,
    private readonly store: OutgoingMailsStore,
    private readonly delivery: MailDelivery,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onModuleInit(): void {
    if (this.config.role === "web") return;
    this.queue.work(
      "mail",
      () =>
        this.rounds.forEachAccount(
          "mail",
          (accountId) => this.delivery.turn(accountId),
          () => void this.queue.wake("mail"),
        ),
      () => this.rounds.earliest("mail", (accountId) => this.store.nextDue(accountId, this.clock.now())),
    );
    this.scheduler.add({
      name: "mail.poll",
      everyMs: Math.max(MINUTE, this.config.pollMs),
      runner: "each",
      run: () => this.queue.wake("mail"),
    });
  }
}

import { Injectable } from "@nestjs/common";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { AccountRounds } from "../../platform/work/account-rounds.js";
import type { Instant } from "../../shared/instant.js";
import { OutboxAgenda } from "./outbox-agenda.view.js";
import { Reconciler } from "./reconciler.service.js";

/** The lane `reconcile`: messages in doubt are looked for, an account after the other. */
@Injectable()
export class ReconcileLane {
  constructor(
    private readonly rounds: AccountRounds,
    private readonly queue: JobQueue,
    private readonly reconciler: Reconciler,
    private readonly agenda: OutboxAgenda,
  ) {}

  /** @returns whether there may be more to look for now */
  round(): Promise<boolean> {
    return this.rounds.forEachAccount(
      "reconcile",
      (accountId) => this.reconciler.look(accountId),
      () => void this.queue.wake("reconcile"),
    );
  }

  /** When the next one is to be looked for; null when none is in doubt. */
  nextDue(): Promise<Instant | null> {
    return this.rounds.earliest("reconcile", (accountId, now) => this.agenda.nextToLookFor(accountId, now));
  }
}

import { Inject, Injectable } from "@nestjs/common";
import { system } from "../../shared/actor.js";
import { SECOND } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { Journal } from "../journal/index.js";
import { afterAbsence } from "./domain/after-outcome.js";
import { outboxEvents } from "./outbox.events.js";
import { OUTBOX_SETTINGS, type OutboxSettings } from "./outbox.settings.js";
import { type MessageChanges, type MessageRecord, OutboxStore } from "./outbox.store.js";

/** When the helpdesk does not answer the look itself. A look that failed is no look. */
const ASK_AGAIN = 30 * SECOND;
const actor = system("reconciler");

/** What follows when a message in doubt was looked for and not found. */
@Injectable()
export class AbsentMessages {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: OutboxStore,
    private readonly journal: Journal,
    @Inject(OUTBOX_SETTINGS) private readonly settings: OutboxSettings,
  ) {}

  /** The helpdesk did not answer: it is asked again. */
  async askAgain(accountId: number, message: MessageRecord): Promise<void> {
    await this.db.inUnitOfWork("outbox.ask_again", () =>
      this.store.move(accountId, message.id, message, { settle_at: this.clock.now() + ASK_AGAIN }),
    );
  }

  /** The conversation was deleted, and with it the only place to look: whether the message left stays unknown, so it is never tried again. */
  async conversationGone(accountId: number, message: MessageRecord): Promise<void> {
    await this.db.inUnitOfWork("outbox.gone", async () => {
      const reason = "conversation_gone";
      const times = await this.absent(accountId, message, reason);
      if (times === null) return;
      const payload = { ref: message.ref, step: message.step_id, looks: times, reason };
      this.journal.append(accountId, { type: outboxEvents.parked, version: 1, actor, debtorId: message.debtor_id, payload });
    });
  }

  /** Not among what the conversation holds: twice, well apart, is proof. */
  async notThere(accountId: number, message: MessageRecord): Promise<void> {
    await this.db.inUnitOfWork("outbox.absent", async () => {
      const times = await this.absent(accountId, message, "proven_absent");
      if (times === null) return;
      const payload = { ref: message.ref, step: message.step_id, looks: times, above: message.high_water_mark };
      this.journal.append(accountId, { type: outboxEvents.provenAbsent, version: 1, actor, debtorId: message.debtor_id, payload });
    });
  }

  /** @returns how often it was looked for, once that was often enough to end it; null when it goes on, or another process was first */
  private async absent(accountId: number, message: MessageRecord, reason: string): Promise<number | null> {
    const now = this.clock.now();
    const times = message.times_absent + 1;
    const next = afterAbsence(times, now, this.settings.secondLookMs);
    const changes: MessageChanges =
      next.state === "unsent"
        ? { state: "unsent", reason, settle_at: null, times_absent: times, ended_at: now, fence: message.fence + 1 }
        : { state: "unknown", settle_at: next.settleAt, times_absent: times };
    return (await this.store.move(accountId, message.id, message, changes)) && next.state === "unsent" ? times : null;
  }
}

import { Injectable } from "@nestjs/common";
import type { Actor } from "../../shared/actor.js";
import { Clock } from "../../platform/clock/clock.js";
import { Journal } from "../journal/index.js";
import { outboxEvents } from "./outbox.events.js";
import { type MessageRecord, OutboxStore } from "./outbox.store.js";

/** Takes back what has not left yet. What is already on its way cannot be recalled; the policy at the claim covers the rest. */
@Injectable()
export class Cancellation {
  constructor(
    private readonly clock: Clock,
    private readonly store: OutboxStore,
    private readonly journal: Journal,
  ) {}

  /** Cancels the debtor's planned cadence messages in the caller's unit of work. @returns how many */
  async cancelPlanned(accountId: number, debtorId: number, reason: string, actor: Actor): Promise<number> {
    let cancelled = 0;
    for (const message of await this.store.plannedOf(accountId, debtorId)) {
      if (message.kind === "cadence" && (await this.cancel(accountId, message, reason, actor))) cancelled++;
    }
    return cancelled;
  }

  /** @returns whether it was still there to be cancelled */
  async cancel(accountId: number, message: MessageRecord, reason: string, actor: Actor): Promise<boolean> {
    if (!(await this.store.move(accountId, message.id, message, { state: "cancelled", reason, ended_at: this.clock.now() }))) return false;
    this.journal.append(accountId, {
      type: outboxEvents.cancelled,
      version: 1,
      actor,
      debtorId: message.debtor_id,
      payload: { step: message.step_id, anchor: message.anchor_date, reason },
    });
    return true;
  }
}

import { Injectable } from "@nestjs/common";
import { system } from "../../shared/actor.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import type { HostMessage } from "../host/index.js";
import { Journal } from "../journal/index.js";
import { type Delivery, deliveryOf, errorCodeOf, isObjection, joinDelivery } from "./domain/delivery.js";
import { mayHaveLeft, mayMove, type MessageState } from "./domain/message-state.js";
import { Objections } from "./objections.service.js";
import { outboxEvents } from "./outbox.events.js";
import { type MessageRecord, OutboxStore } from "./outbox.store.js";
import { ParkedMessages } from "./parked-messages.service.js";

const EVENT: Readonly<Record<Delivery, string>> = {
  accepted: outboxEvents.accepted,
  at_whatsapp: outboxEvents.reachedWhatsapp,
  failed: outboxEvents.failed,
  delivered: outboxEvents.delivered,
  read: outboxEvents.read,
};

const INSTANT: Readonly<Record<Delivery, string>> = {
  accepted: "accepted_at",
  at_whatsapp: "at_whatsapp_at",
  failed: "failed_at",
  delivered: "delivered_at",
  read: "read_at",
};

/** States in which we had given the message up: the helpdesk's word that it exists is news of its own. */
const GIVEN_UP = new Set<MessageState>(["unsent", "parked"]);

/** Takes what the helpdesk reports of our messages, by webhook, poll or look-up, in any order and any number of times. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: OutboxStore,
    private readonly objections: Objections,
    private readonly parked: ParkedMessages,
    private readonly journal: Journal,
  ) {}

  /** @returns whether the message is one of ours */
  take(accountId: number, seen: HostMessage, by: "webhook" | "reconciler"): Promise<boolean> {
    return this.db.inUnitOfWork("outbox.delivery", async () => {
      const ref = seen.ref ?? (await this.store.byHostMessage(accountId, seen.id))?.ref;
      if (!ref) return false;
      const objects = isObjection(errorCodeOf(seen.error));
      // Debtors are locked before their messages.
      if (objects) await this.store.lockDebtorOf(accountId, ref);
      const message = await this.store.lockByRef(accountId, ref);
      if (!message || !mayHaveLeft(message.state)) return false;
      await this.join(accountId, message, seen, by);
      // Whatever became of the message: one that was read can still be answered with "stop".
      if (objects) await this.objections.record(accountId, message.debtor_id, { at: this.clock.now(), source: "whatsapp" });
      return true;
    });
  }

  private async join(accountId: number, message: MessageRecord, seen: HostMessage, by: string): Promise<void> {
    const now = this.clock.now();
    const ref = message.ref as string;
    const reported = deliveryOf(
      seen.error !== null && seen.status !== "delivered" && seen.status !== "read" ? "failed" : seen.status,
      seen.sourceId !== null,
    );
    const isNew = await this.store.noteStatus(accountId, ref, seen.id, reported, now);
    const current = asDelivery(message.state);
    const next = current === null ? reported : joinDelivery(current, reported);
    if (next === message.state || !mayMove(message.state, next)) return;
    const code = next === "failed" ? errorCodeOf(seen.error) : null;
    const changes: Record<string, string | number | null> = {
      state: next,
      host_message_id: message.host_message_id ?? seen.id,
      [INSTANT[next]]: now,
      settle_at: null,
      reason: code,
      error_code: code,
      // Whoever still holds the claim must not overwrite what the helpdesk said.
      fence: message.fence + 1,
    };
    if (current === null && next !== "accepted") changes["accepted_at"] = now;
    if (!(await this.store.move(accountId, message.id, message, changes))) return;
    if (message.state === "parked") await this.parked.drop(accountId, message.id);
    if (!isNew) return;
    this.journal.append(accountId, {
      type: GIVEN_UP.has(message.state) ? outboxEvents.foundLate : EVENT[next],
      version: 1,
      actor: by === "reconciler" ? system("reconciler") : { kind: "host" },
      debtorId: message.debtor_id,
      payload: { ref, hostMessage: seen.id, state: next, code, by },
    });
  }
}

function asDelivery(state: MessageState): Delivery | null {
  return state === "accepted" || state === "at_whatsapp" || state === "delivered" || state === "read" || state === "failed" ? state : null;
}

import { Injectable } from "@nestjs/common";
import { system } from "../../../shared/actor.js";
import { SECOND, type Instant } from "../../../shared/instant.js";
import { Journal } from "../../journal/index.js";
import type { Decision } from "../../policy/rules.js";
import { digestOf, leadingRule } from "../domain/digest.js";
import { outboxEvents } from "../outbox.events.js";
import { type MessageChanges, type MessageRecord, OutboxStore } from "../outbox.store.js";
import { ParkedMessages } from "../parked-messages.service.js";
import type { Withheld } from "./message-readiness.service.js";

const actor = system("dispatch");

/** A wait that is over by the next rounds. */
const SECONDS = 10 * SECOND;

/** Records why a message that fell due did not go. */
@Injectable()
export class MessageRefusals {
  constructor(
    private readonly store: OutboxStore,
    private readonly parked: ParkedMessages,
    private readonly journal: Journal,
  ) {}

  /** The policy said no, or not yet: both are on record with the article, because restraint must be provable too. */
  async refuse(accountId: number, message: MessageRecord, decision: Decision | null, now: Instant): Promise<void> {
    const rule = decision ? leadingRule(decision) : "debtor_missing";
    const opensAt = decision?.verdict === "not_before" ? (decision.notBefore ?? null) : null;
    const later = opensAt !== null && opensAt > now && opensAt < message.not_after;
    const changes: MessageChanges = later
      ? { not_before: opensAt, reason: rule, verdict: "not_before", verdict_rule: rule, fence: message.fence + 1 }
      : { state: "suppressed", reason: rule, verdict: decision?.verdict ?? "deny", verdict_rule: rule, ended_at: now };
    if (!(await this.store.move(accountId, message.id, message, changes))) return;
    this.journal.append(accountId, {
      type: later ? outboxEvents.deferred : outboxEvents.denied,
      version: 1,
      actor,
      debtorId: message.debtor_id,
      payload: {
        step: message.step_id,
        anchor: message.anchor_date,
        kind: message.kind,
        until: later ? opensAt : null,
        decision: decision ? digestOf(decision) : null,
      },
    });
  }

  /** It did not even come to the policy: nobody to write to, nothing owed, a template that is not approved. */
  async setAside(accountId: number, message: MessageRecord, aside: Withheld, now: Instant): Promise<void> {
    const waits = aside.state === "planned";
    const changes: MessageChanges = waits
      ? { not_before: aside.notBefore, reason: aside.reason, fence: message.fence + 1 }
      : { state: aside.state, reason: aside.reason, ended_at: now };
    const moved = await this.store.move(accountId, message.id, message, changes);
    if (moved && aside.state === "parked") await this.parked.add(accountId, message, aside.reason);
    // Waiting for the same reason again is no news, and a matter of seconds (the pair interval, a turn to be prepared) is none at all.
    if (!moved || (waits && (message.reason === aside.reason || aside.notBefore - now <= SECONDS))) return;
    this.journal.append(accountId, {
      type: waits ? outboxEvents.deferred : aside.state === "parked" ? outboxEvents.parked : outboxEvents.cancelled,
      version: 1,
      actor,
      debtorId: message.debtor_id,
      payload: { step: message.step_id, anchor: message.anchor_date, kind: message.kind, reason: aside.reason },
    });
  }
}

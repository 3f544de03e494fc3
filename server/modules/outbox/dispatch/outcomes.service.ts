import { Inject, Injectable } from "@nestjs/common";
import { system } from "../../../shared/actor.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { Conversations } from "../../host/index.js";
import { Journal } from "../../journal/index.js";
import { Attempts } from "../../policy/index.js";
import { afterOutcome } from "../domain/after-outcome.js";
import { outboxEvents } from "../outbox.events.js";
import { OUTBOX_SETTINGS, type OutboxSettings } from "../outbox.settings.js";
import { type MessageChanges, OutboxStore } from "../outbox.store.js";
import { ParkedMessages } from "../parked-messages.service.js";
import type { Sent } from "./sender.service.js";

const actor = system("dispatch");

/**
 * Step four: the outcome, under the fence of the claim. If a webhook or the reconciler was faster, their word stands and this one is
 * dropped; if this never gets written, the row stays `sending` and the reconciler finds out.
 */
@Injectable()
export class Outcomes {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly store: OutboxStore,
    private readonly attempts: Attempts,
    private readonly conversations: Conversations,
    private readonly parked: ParkedMessages,
    private readonly journal: Journal,
    @Inject(OUTBOX_SETTINGS) private readonly settings: OutboxSettings,
  ) {}

  async record(accountId: number, { claimed, outcome }: Sent): Promise<void> {
    await this.db.inUnitOfWork("outbox.outcome", async () => {
      const now = this.clock.now();
      const next = afterOutcome(outcome, {
        attemptNo: claimed.attemptNo,
        intentAt: claimed.intentAt,
        now,
        settleMs: this.settings.settleMs,
        reply: claimed.reply,
      });
      const from = { state: "sending" as const, fence: claimed.fence };
      const about = { ref: claimed.ref, attempt: claimed.attemptNo };
      const entry = { version: 1, actor, debtorId: claimed.debtorId };
      if (next.state === "accepted" && outcome.kind === "accepted") {
        const changes: MessageChanges = {
          state: "accepted",
          host_message_id: outcome.hostMessageId,
          accepted_at: now,
          settle_at: null,
          reason: null,
        };
        if (!(await this.store.move(accountId, claimed.id, from, changes))) return;
        this.journal.append(accountId, {
          ...entry,
          type: outboxEvents.accepted,
          payload: { ...about, hostMessage: outcome.hostMessageId },
        });
        const createdAt = outcome.hostCreatedAt ?? now;
        if (claimed.lawfulUntil !== null && createdAt >= claimed.lawfulUntil) {
          this.journal.append(accountId, {
            ...entry,
            type: outboxEvents.lateArrival,
            payload: { ...about, createdAt, lawfulUntil: claimed.lawfulUntil },
          });
        }
        return;
      }
      if (next.state === "unknown") {
        if (!(await this.store.move(accountId, claimed.id, from, { state: "unknown", settle_at: next.settleAt, reason: next.reason })))
          return;
        this.journal.append(accountId, {
          ...entry,
          type: outboxEvents.doubted,
          payload: { ...about, reason: next.reason, lookAt: next.settleAt },
        });
        return;
      }
      const reason = "reason" in next ? next.reason : "refused";
      const retry = next.state === "planned";
      const changes: MessageChanges = retry
        ? { state: "planned", not_before: next.retryAt, settle_at: null, reason, fence: claimed.fence + 1, intent_at: null }
        : { state: "parked", settle_at: null, reason, ended_at: now };
      if (!(await this.store.move(accountId, claimed.id, from, changes))) return;
      if (!retry) await this.parked.add(accountId, { id: claimed.id, debtor_id: claimed.debtorId }, reason);
      await this.attempts.discount(accountId, `ref:${claimed.ref}`);
      if (outcome.kind === "not_created" && outcome.reason === "missing")
        await this.conversations.forget(accountId, claimed.conversationId);
      this.journal.append(accountId, {
        ...entry,
        type: retry ? outboxEvents.refused : outboxEvents.parked,
        payload: { ...about, reason, status: "status" in outcome ? outcome.status : null },
      });
    });
  }
}

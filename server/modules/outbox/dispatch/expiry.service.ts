import { Injectable } from "@nestjs/common";
import { system } from "../../../shared/actor.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { WorkRows } from "../../../platform/work/work-rows.js";
import { Journal } from "../../journal/index.js";
import { outboxEvents } from "../outbox.events.js";
import { type MessageRecord, OutboxStore } from "../outbox.store.js";
import { OUTBOX_MESSAGE } from "../outbox.tables.js";
import { ParkedMessages } from "../parked-messages.service.js";

const BATCH = 200;

/** A step whose days have passed is dropped, never sent late. */
@Injectable()
export class Expiry {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly rows: WorkRows,
    private readonly store: OutboxStore,
    private readonly parked: ParkedMessages,
    private readonly journal: Journal,
  ) {}

  /** @param closedFor code of what keeps the whole account from sending */
  async expire(accountId: number, closedFor: string | null): Promise<void> {
    const over = await this.store.expired(accountId, this.clock.now(), BATCH);
    if (over.length === 0) return;
    const subjectOf = (message: MessageRecord) => ({ subject: OUTBOX_MESSAGE, subjectId: message.id, debtorId: message.debtor_id });
    await this.rows.inHalves({ accountId, work: "dispatch", subjectOf }, over, (part) => this.expireAll(accountId, part, closedFor));
  }

  private expireAll(accountId: number, over: readonly MessageRecord[], closedFor: string | null): Promise<void> {
    return this.db.inUnitOfWork("outbox.expire", async () => {
      for (const message of over) {
        const reason = message.reason ?? closedFor ?? message.verdict_rule ?? "window_over";
        if (!(await this.store.move(accountId, message.id, message, { state: "expired", reason, ended_at: this.clock.now() }))) continue;
        await this.parked.drop(accountId, message.id);
        this.journal.append(accountId, {
          type: outboxEvents.expired,
          version: 1,
          actor: system("dispatch"),
          debtorId: message.debtor_id,
          payload: { step: message.step_id, anchor: message.anchor_date, kind: message.kind, reason },
        });
      }
    });
  }
}

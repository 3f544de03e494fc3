import { Inject, Injectable } from "@nestjs/common";
import type { SqlRow } from "../../platform/database/dialect.js";
import { system } from "../../shared/actor.js";
import { DomainError } from "../../shared/errors.js";
import { SECOND } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { Logger } from "../../platform/observability/logger.js";
import { WorkRows } from "../../platform/work/work-rows.js";
import { AccountDirectory } from "../accounts/index.js";
import { HostApi, type HostMessage } from "../host/index.js";
import { Journal } from "../journal/index.js";
import { Deliveries } from "./deliveries.js";
import { afterAbsentLook } from "./domain/after-outcome.js";
import { outboxEvents } from "./outbox.events.js";
import { OUTBOX_SETTINGS, type OutboxSettings } from "./outbox.settings.js";
import { type MessageRecord, OutboxStore } from "./outbox.store.js";
import { OUTBOX_MESSAGE } from "./outbox.tables.js";

/** When the helpdesk does not answer the look itself. A look that failed is no look. */
const ASK_AGAIN = 30 * SECOND;
const BATCH = 50;
const actor = system("reconciler");

/**
 * Step five: the only one who may touch a message in `sending` or `unknown`. It asks the helpdesk for everything in the conversation
 * above the mark taken before the POST and looks for our ref. Twice absent, well apart, is proof; until then nothing is sent again.
 */
@Injectable()
export class Reconciler {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly host: HostApi,
    private readonly accounts: AccountDirectory,
    private readonly rows: WorkRows,
    private readonly store: OutboxStore,
    private readonly deliveries: Deliveries,
    private readonly journal: Journal,
    private readonly logger: Logger,
    @Inject(OUTBOX_SETTINGS) private readonly settings: OutboxSettings,
  ) {}

  /** @returns whether there may be more to look for now */
  async look(accountId: number): Promise<boolean> {
    const without = await this.rows.without(accountId, "reconcile", OUTBOX_MESSAGE, `${OUTBOX_MESSAGE}.id`);
    const messages = await this.store.settled(accountId, this.clock.now(), BATCH, without);
    const subjectOf = (message: MessageRecord) => ({ subject: OUTBOX_MESSAGE, subjectId: message.id, debtorId: message.debtor_id });
    await this.rows.each({ accountId, work: "reconcile", subjectOf }, messages, (message) => this.lookFor(accountId, message));
    return messages.length === BATCH;
  }

  private async lookFor(accountId: number, message: MessageRecord): Promise<void> {
    if (message.ref === null || message.conversation_id === null) throw new Error("A message was sent without a ref or conversation");
    let found: HostMessage | undefined;
    try {
      const access = await this.accounts.hostAccess(accountId);
      const listed = await this.host.messagesAfter(access, message.conversation_id, message.high_water_mark ?? 0);
      found = listed.find((candidate) => candidate.ref === message.ref);
    } catch (error) {
      if (error instanceof DomainError && error.kind === "not_found") return this.recordGone(accountId, message);
      this.logger.warn("reconcile.no_answer", { accountId, ref: message.ref, error });
      await this.db.inUnitOfWork("outbox.ask_again", () =>
        this.store.move(accountId, message.id, message, { settle_at: this.clock.now() + ASK_AGAIN }),
      );
      return;
    }
    if (found) await this.deliveries.take(accountId, found, "reconciler");
    else await this.recordAbsent(accountId, message);
  }

  /** The conversation was deleted, and with it the only place to look: whether the message left stays unknown, so it is never tried again. */
  private async recordGone(accountId: number, message: MessageRecord): Promise<void> {
    await this.db.inUnitOfWork("outbox.gone", async () => {
      const now = this.clock.now();
      const looks = message.looks + 1;
      const next = afterAbsentLook(looks, now, this.settings.secondLookMs);
      const reason = "conversation_gone";
      const changes: SqlRow =
        next.state === "unsent"
          ? { state: "unsent", reason, settle_at: null, looks, ended_at: now, fence: message.fence + 1 }
          : { state: "unknown", settle_at: next.settleAt, looks };
      if (!(await this.store.move(accountId, message.id, message, changes)) || next.state !== "unsent") return;
      this.journal.append(accountId, {
        type: outboxEvents.parked,
        version: 1,
        actor,
        debtorId: message.debtor_id,
        payload: { ref: message.ref, step: message.step_id, looks, reason },
      });
    });
  }

  private async recordAbsent(accountId: number, message: MessageRecord): Promise<void> {
    await this.db.inUnitOfWork("outbox.absent", async () => {
      const now = this.clock.now();
      const looks = message.looks + 1;
      const next = afterAbsentLook(looks, now, this.settings.secondLookMs);
      const changes: SqlRow =
        next.state === "unsent"
          ? { state: "unsent", reason: "proven_absent", settle_at: null, looks, ended_at: now, fence: message.fence + 1 }
          : { state: "unknown", settle_at: next.settleAt, looks };
      if (!(await this.store.move(accountId, message.id, message, changes)) || next.state !== "unsent") return;
      this.journal.append(accountId, {
        type: outboxEvents.provenAbsent,
        version: 1,
        actor,
        debtorId: message.debtor_id,
        payload: { ref: message.ref, step: message.step_id, looks, above: message.high_water_mark },
      });
    });
  }
}

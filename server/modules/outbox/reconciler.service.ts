import { Injectable } from "@nestjs/common";
import { DomainError } from "../../shared/errors.js";
import { Clock } from "../../platform/clock/clock.js";
import { Logger } from "../../platform/observability/logger.js";
import { WorkRows } from "../../platform/work/work-rows.js";
import { AccountDirectory } from "../accounts/index.js";
import { HostApi, type HostMessage } from "../host/index.js";
import { AbsentMessages } from "./absent-messages.service.js";
import { Deliveries } from "./deliveries.service.js";
import { type MessageRecord, OutboxStore } from "./outbox.store.js";
import { OUTBOX_MESSAGE } from "./outbox.tables.js";

const BATCH = 50;

/**
 * Step five: the only one who may touch a message in `sending` or `unknown`. It asks the helpdesk for everything in the conversation
 * above the mark taken before the POST and looks for our ref. Twice absent, well apart, is proof; until then nothing is sent again.
 */
@Injectable()
export class Reconciler {
  constructor(
    private readonly clock: Clock,
    private readonly host: HostApi,
    private readonly accounts: AccountDirectory,
    private readonly rows: WorkRows,
    private readonly store: OutboxStore,
    private readonly deliveries: Deliveries,
    private readonly absence: AbsentMessages,
    private readonly logger: Logger,
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
      if (error instanceof DomainError && error.kind === "not_found") return this.absence.conversationGone(accountId, message);
      // Not the helpdesk's silence: what is stored cannot be used, and asking again changes nothing.
      if (!(error instanceof DomainError)) throw error;
      this.logger.warn("reconcile.no_answer", { accountId, ref: message.ref, error });
      await this.absence.askAgain(accountId, message);
      return;
    }
    if (found) await this.deliveries.take(accountId, found, "reconciler");
    else await this.absence.notThere(accountId, message);
  }
}

import { Injectable } from "@nestjs/common";
import { DomainError } from "../../shared/errors.js";
import { MINUTE, type Instant } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import { Logger } from "../../platform/observability/logger.js";
import type { Account } from "../accounts/index.js";
import { Conversations } from "../host/index.js";
import { OutboxStore } from "./outbox.store.js";
import { SOURCE_ID_FRESH } from "./readiness.js";
import { RecipientsView } from "./recipients.view.js";

/** A debtor the helpdesk refused is not asked for again at once. */
const RETRY_AFTER = 5 * MINUTE;

/** Conversations are ensured before anything is claimed, without a message: inside the claim there is no time to ask the helpdesk. */
@Injectable()
export class Preparation {
  private readonly refused = new Map<string, Instant>();

  constructor(
    private readonly clock: Clock,
    private readonly conversations: Conversations,
    private readonly recipients: RecipientsView,
    private readonly store: OutboxStore,
    private readonly logger: Logger,
  ) {}

  /** @returns how many debtors became ready */
  async prepare(account: Account, limit: number): Promise<number> {
    const now = this.clock.now();
    for (const [debtor, until] of this.refused) if (until <= now) this.refused.delete(debtor);
    const debtorIds = await this.store.unprepared(account.id, account.inboxId, now, now - SOURCE_ID_FRESH, limit);
    let ready = 0;
    for (const debtorId of debtorIds) {
      if (this.refused.has(`${account.id}/${debtorId}`)) continue;
      if (await this.ensure(account.id, debtorId)) ready++;
    }
    return ready;
  }

  private async ensure(accountId: number, debtorId: number): Promise<boolean> {
    const person = await this.recipients.phoneOf(accountId, debtorId);
    if (!person) return this.later(accountId, debtorId);
    try {
      await this.conversations.ensure(accountId, debtorId, person);
      return true;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.logger.warn("conversation.not_ensured", { accountId, error });
      return this.later(accountId, debtorId);
    }
  }

  private later(accountId: number, debtorId: number): false {
    this.refused.set(`${accountId}/${debtorId}`, this.clock.now() + RETRY_AFTER);
    return false;
  }
}

import { Injectable } from "@nestjs/common";
import { DomainError } from "../../../shared/errors.js";
import { SECOND } from "../../../shared/instant.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { Logger } from "../../../platform/observability/logger.js";
import { concernsAll } from "../../../platform/work/concerns-all.js";
import { problemOf } from "../../../platform/work/problem-of.js";
import { type Account, AccountHealth } from "../../accounts/index.js";
import { Conversations } from "../../host/index.js";
import { type Failure, failureOf } from "../domain/preparation-failure.js";
import { OutboxStore } from "../outbox.store.js";
import { CONVERSATION_MISSING, SOURCE_ID_FRESH } from "./message-readiness.service.js";
import { RecipientsView } from "../recipients.view.js";
import { UnreadyDebtors } from "./unready.store.js";

/** How long an account that was found sound counts as such. */
const TRUSTED_MS = 5 * SECOND;

const NOT_ENOUGH: Failure = { reason: CONVERSATION_MISSING, lasting: false, whose: "the debtor's" };

/**
 * Conversations are ensured before anything is claimed, without a message: inside the claim there is no time to ask the helpdesk. What fails
 * for one debtor's sake costs that debtor alone: the wait stands in the database and grows, and ends with a person. What fails for
 * everybody's sake is nobody's fault and costs nobody a try.
 */
@Injectable()
export class Preparation {
  constructor(
    private readonly clock: Clock,
    private readonly db: Database,
    private readonly conversations: Conversations,
    private readonly recipients: RecipientsView,
    private readonly store: OutboxStore,
    private readonly unready: UnreadyDebtors,
    private readonly health: AccountHealth,
    private readonly logger: Logger,
  ) {}

  /** @returns false when the helpdesk cannot be worked with at present */
  async prepare(account: Account, limit: number): Promise<boolean> {
    const debtorIds = await this.unprepared(account, limit);
    const tried = await this.unready.of(account.id, debtorIds);
    const sound = this.soundness(account.id);
    const ensured: number[] = [];
    for (const debtorId of debtorIds) {
      const failure = await this.ensure(account.id, debtorId);
      if (failure === null) ensured.push(debtorId);
      else if (failure.whose === "everybody's" || (failure.whose === "anybody's" && !(await sound()))) return false;
      else await this.wait(account.id, debtorId, failure);
    }
    const still = new Set(ensured.length > 0 ? await this.unprepared(account, limit, ensured) : []);
    for (const debtorId of ensured) {
      // Nobody is taken again at once, whatever it is that went well and was not enough.
      if (still.has(debtorId)) await this.wait(account.id, debtorId, NOT_ENOUGH);
      else if (tried.has(debtorId)) await this.db.inUnitOfWork("outbox.ready", () => this.unready.ready(account.id, debtorId));
    }
    return true;
  }

  private unprepared({ id, inboxId }: Account, limit: number, among?: readonly number[]): Promise<number[]> {
    const now = this.clock.now();
    return this.store.unprepared(id, inboxId, now, { freshSince: now - SOURCE_ID_FRESH, limit, ...(among ? { among } : {}) });
  }

  private wait(accountId: number, debtorId: number, failure: Failure): Promise<void> {
    return this.db.inUnitOfWork("outbox.unready", () => this.unready.failed(accountId, debtorId, failure));
  }

  /** Several debtors in trouble at once are one question about the account. */
  private soundness(accountId: number): () => Promise<boolean> {
    let asked: { readonly sound: boolean; readonly at: number } | null = null;
    return async () => {
      const at = this.clock.monotonic();
      if (!asked || at - asked.at >= TRUSTED_MS) asked = { sound: await this.health.sound(accountId), at };
      return asked.sound;
    };
  }

  private async ensure(accountId: number, debtorId: number): Promise<Failure | null> {
    try {
      const person = await this.recipients.phoneOf(accountId, debtorId);
      if (!person) return { reason: "number_missing", lasting: false, whose: "the debtor's" };
      await this.conversations.ensure(accountId, debtorId, person);
      return null;
    } catch (error) {
      // The database or the account's own key: nothing that could be noted would be noted.
      if (concernsAll(error) && !(error instanceof DomainError)) throw error;
      this.logger.warn("conversation.not_ensured", { accountId, error });
      return failureOf(error, problemOf(error));
    }
  }
}

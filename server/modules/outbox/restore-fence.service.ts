import { Injectable } from "@nestjs/common";
import { system } from "../../shared/actor.js";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { Logger } from "../../platform/observability/logger.js";
import { AccountEvent } from "../accounts/index.js";
import { HostAccounts } from "../host/index.js";
import { JournalReader, JournalVerifier } from "../journal/index.js";
import { Cancellation } from "./cancellation.service.js";
import { OutboxStore } from "./outbox.store.js";

const RESTORED = "database_restored";
/** Far more than anybody stops and resumes between two restores. */
const SWITCHES_LOOKED_AT = 1_000;
const CHUNK = 500;

/**
 * After a database restore every message sent since looks unsent. The checkpoints kept outside the database know better: when the journal
 * contradicts them, the account stops until an administrator has looked and resumes. Asked once per process and account, before the first
 * claim.
 */
@Injectable()
export class RestoreFence {
  private readonly passed = new Set<number>();

  constructor(
    private readonly db: Database,
    private readonly store: OutboxStore,
    private readonly verifier: JournalVerifier,
    private readonly journal: JournalReader,
    private readonly accounts: HostAccounts,
    private readonly cancellation: Cancellation,
    private readonly queue: JobQueue,
    private readonly logger: Logger,
  ) {}

  /** Whether the account may dispatch; stops it when the database is older than its own proof. */
  async mayDispatch(accountId: number): Promise<boolean> {
    if (this.passed.has(accountId)) return true;
    const contradicted = await this.verifier.contradictedBy(accountId);
    const resumedAt = contradicted ? await this.resumedAt(accountId, Date.parse(contradicted.at)) : null;
    if (resumedAt !== null) await this.dropPlanned(accountId, resumedAt);
    if (!contradicted || resumedAt !== null) {
      this.passed.add(accountId);
      return true;
    }
    this.logger.error("dispatch.database_behind", { accountId });
    await this.db.inUnitOfWork("outbox.restored", async () => {
      // Once is enough: a stop wakes the dispatcher, which may still remember the switch as it was.
      if (!(await this.store.dispatchSwitch(accountId))) return;
      await this.accounts.stopSending(accountId, RESTORED);
      // What would be sent again is planned now, so that it is there to be dropped when somebody resumes.
      this.db.afterCommit(() => this.queue.wake("plan"));
    });
    return false;
  }

  /**
   * The restored database cannot know which of its steps were sent before the disaster, so those planned until the resume are dropped and
   * never planned again: at most once is worth more than a reminder. The cadences go on with their next steps.
   */
  private async dropPlanned(accountId: number, until: Instant): Promise<void> {
    await this.db.inUnitOfWork("outbox.restored", async () => {
      for (let after = 0; ;) {
        const messages = await this.store.plannedAfter(accountId, after, CHUNK);
        for (const message of messages) {
          after = message.id;
          if (message.planned_at <= until) await this.cancellation.cancel(accountId, message, RESTORED, system("dispatch"));
        }
        if (messages.length < CHUNK) return;
      }
    });
  }

  /** When somebody resumed after we had stopped for this very checkpoint, not for an earlier one. */
  private async resumedAt(accountId: number, signedAt: Instant): Promise<Instant | null> {
    const types = [AccountEvent.dispatchStopped, AccountEvent.dispatchResumed];
    const switched = await this.journal.newest(accountId, { types }, SWITCHES_LOOKED_AT);
    const stop = switched.find((record) => record.type === AccountEvent.dispatchStopped && record.payload["code"] === RESTORED);
    if (!stop || stop.at < signedAt) return null;
    return switched.findLast((record) => record.type === AccountEvent.dispatchResumed && record.seq > stop.seq)?.at ?? null;
  }
}

import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { Logger } from "../../platform/observability/logger.js";
import { AccountEvent } from "../accounts/index.js";
import { HostAccounts } from "../host/index.js";
import { JournalReader, JournalVerifier } from "../journal/index.js";
import { OutboxStore } from "./outbox.store.js";

const RESTORED = "database_restored";
/** Far more than anybody stops and resumes between two restores. */
const SWITCHES_LOOKED_AT = 1_000;

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
    private readonly logger: Logger,
  ) {}

  /** Whether the account may dispatch; stops it when the database is older than its own proof. */
  async mayDispatch(accountId: number): Promise<boolean> {
    if (this.passed.has(accountId)) return true;
    const contradicted = await this.verifier.contradictedBy(accountId);
    if (!contradicted || (await this.wasLookedAt(accountId, Date.parse(contradicted.at)))) {
      this.passed.add(accountId);
      return true;
    }
    this.logger.error("dispatch.database_behind", { accountId });
    await this.db.inUnitOfWork("outbox.restored", async () => {
      // Once is enough: a stop wakes the dispatcher, which may still remember the switch as it was.
      if (await this.store.dispatchSwitch(accountId)) await this.accounts.stopSending(accountId, RESTORED);
    });
    return false;
  }

  /** Somebody resumed after we had stopped for this very checkpoint, not for an earlier one. */
  private async wasLookedAt(accountId: number, signedAt: Instant): Promise<boolean> {
    const types = [AccountEvent.dispatchStopped, AccountEvent.dispatchResumed];
    const switched = await this.journal.newest(accountId, { types }, SWITCHES_LOOKED_AT);
    const stop = switched.find((record) => record.type === AccountEvent.dispatchStopped && record.payload["code"] === RESTORED);
    if (!stop || stop.at < signedAt) return false;
    return switched.some((record) => record.type === AccountEvent.dispatchResumed && record.seq > stop.seq);
  }
}

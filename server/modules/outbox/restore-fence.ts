import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import { Logger } from "../../platform/observability/logger.js";
import { HostAccounts } from "../host/index.js";
import { JournalVerifier } from "../journal/index.js";

/**
 * After a database restore every message sent since looks unsent. The checkpoints kept outside the database know better: when they are
 * ahead of it, the account stops until a person has looked. Asked once per process and account, before the first claim.
 */
@Injectable()
export class RestoreFence {
  private readonly passed = new Set<number>();

  constructor(
    private readonly db: Database,
    private readonly verifier: JournalVerifier,
    private readonly accounts: HostAccounts,
    private readonly logger: Logger,
  ) {}

  /** Whether the account may dispatch; stops it when the database is older than its own proof. */
  async mayDispatch(accountId: number): Promise<boolean> {
    if (this.passed.has(accountId)) return true;
    if (!(await this.verifier.isBehindOutside(accountId))) {
      this.passed.add(accountId);
      return true;
    }
    this.logger.error("dispatch.database_behind", { accountId });
    await this.db.inUnitOfWork("outbox.restored", () => this.accounts.stopSending(accountId, "database_restored"));
    return false;
  }
}

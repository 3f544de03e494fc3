import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Logger } from "../../../platform/observability/logger.js";
import { JobQueue } from "../../../platform/queue/job-queue.js";
import { AccountRounds } from "../../../platform/work/account-rounds.js";
import { DomainError } from "../../../shared/errors.js";
import type { Instant } from "../../../shared/instant.js";
import { HostAccounts } from "../host-accounts.reader.js";
import { InboxWatch } from "../inbox-watch.service.js";
import { Listing } from "./listing.service.js";
import { ReadingClaims } from "./reading-claims.service.js";

/**
 * Reads every account's helpdesk, once a minute and whenever words may have been missed. One process reads an account at a time; what two
 * read is taken once.
 */
@Injectable()
export class ListingLane {
  constructor(
    private readonly rounds: AccountRounds,
    private readonly accounts: HostAccounts,
    private readonly claims: ReadingClaims,
    private readonly listing: Listing,
    private readonly inbox: InboxWatch,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** This process begins to listen: what was written before may have been told to nobody. */
  async begin(): Promise<void> {
    const now = this.clock.now();
    await this.rounds.forEachAccount("listing", (accountId) => this.claims.need(accountId, now));
    void this.queue.wake("listing");
  }

  /** The worker of the lane `listing`. */
  round(): Promise<boolean> {
    return this.rounds.forEachAccount(
      "listing",
      (accountId) => this.turn(accountId),
      () => void this.queue.wake("listing"),
    );
  }

  /** When a reading that is waited for is due; the others have the schedule. */
  nextDue(): Promise<Instant | null> {
    return this.rounds.earliest("listing", (accountId) => this.claims.nextAwaited(accountId));
  }

  private async turn(accountId: number): Promise<boolean | "not_due"> {
    const startedAt = this.clock.now();
    if (!(await this.claims.claim(accountId, startedAt))) return "not_due";
    try {
      await this.read(accountId, startedAt);
    } catch (error) {
      await this.claims.failed(accountId);
      // A helpdesk that is away is waited for; anything else is trouble of our own.
      if (!(error instanceof DomainError)) throw error;
      this.logger.warn("host.not_read", { accountId, error });
    }
    return false;
  }

  private async read(accountId: number, startedAt: Instant): Promise<void> {
    const { inboxId } = await this.accounts.get(accountId);
    const access = await this.accounts.hostAccess(accountId);
    await this.inbox.check(access, inboxId);
    await this.listing.read(access, inboxId, await this.claims.from(accountId, startedAt), this.claims.signOfLife(accountId));
    const freed = await this.claims.finish(accountId, startedAt);
    if (freed) void this.queue.wake("dispatch");
  }
}

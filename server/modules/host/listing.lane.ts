import { Inject, Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { CONFIG, type Config } from "../../platform/config/config.js";
import { Database } from "../../platform/database/database.js";
import { Logger } from "../../platform/observability/logger.js";
import { JobQueue } from "../../platform/queue/job-queue.js";
import { AccountRounds } from "../../platform/work/account-rounds.js";
import { DomainError } from "../../shared/errors.js";
import { type Instant, SECOND } from "../../shared/instant.js";
import { OVERLAP_MS } from "./domain/horizon.js";
import { dueAfter, unreadSince } from "./domain/reading.js";
import { HostAccounts } from "./host-accounts.reader.js";
import { InboxWatch } from "./inbox-watch.service.js";
import { Listing } from "./listing.service.js";
import { readingTimes } from "./reading.settings.js";
import { ReadingStore } from "./reading.store.js";

/** Whoever reads shows a sign of life so often, and is given up after so long. */
const SIGN_EVERY = 10 * SECOND;
const LEASE = 90 * SECOND;
/** When a helpdesk that did not answer is asked again. */
const RETRY = 15 * SECOND;

/**
 * Reads every account's helpdesk, once a minute and whenever words may have been missed. One process reads an account at a time; what two
 * read is taken once.
 */
@Injectable()
export class ListingLane {
  constructor(
    private readonly rounds: AccountRounds,
    private readonly accounts: HostAccounts,
    private readonly store: ReadingStore,
    private readonly listing: Listing,
    private readonly inbox: InboxWatch,
    private readonly db: Database,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    private readonly logger: Logger,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** This process begins to listen: what was written before may have been told to nobody. */
  async begin(): Promise<void> {
    const now = this.clock.now();
    await this.rounds.forEachAccount("listing", (accountId) => this.db.inUnitOfWork("host.begin", () => this.store.need(accountId, now)));
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
    return this.rounds.earliest("listing", (accountId) => this.store.nextAwaited(accountId));
  }

  private async turn(accountId: number): Promise<boolean> {
    const startedAt = this.clock.now();
    if (((await this.store.mark(accountId))?.dueAt ?? startedAt) > startedAt) return false;
    if (!(await this.db.inUnitOfWork("host.listing", () => this.claim(accountId, startedAt)))) return false;
    try {
      await this.read(accountId, startedAt);
    } catch (error) {
      await this.db.inUnitOfWork("host.not_read", () => this.store.failed(accountId, this.clock.now(), this.clock.now() + RETRY));
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
    const mark = await this.store.mark(accountId);
    await this.listing.read(access, inboxId, (mark?.polledUntil ?? startedAt) - OVERLAP_MS, this.sign(accountId));
    const dueAt = dueAfter(startedAt, readingTimes(this.config).everyMs);
    const freed = await this.db.inUnitOfWork("host.read", () => this.store.finish(accountId, startedAt, this.clock.now(), dueAt));
    if (freed) void this.queue.wake("dispatch");
  }

  private async claim(accountId: number, now: Instant): Promise<boolean> {
    if (!(await this.store.claim(accountId, now, now + LEASE))) return false;
    // Nobody read for long, and nobody noticed: a machine was suspended, or no worker ran.
    const mark = await this.store.mark(accountId);
    if (unreadSince(mark, now, readingTimes(this.config).staleMs) !== null) await this.store.need(accountId, now);
    await this.store.goesOn(accountId, now, now + LEASE);
    return true;
  }

  private sign(accountId: number): () => Promise<void> {
    let last = this.clock.monotonic();
    return async () => {
      if (this.clock.monotonic() - last < SIGN_EVERY) return;
      last = this.clock.monotonic();
      const now = this.clock.now();
      await this.db.inUnitOfWork("host.reading", () => this.store.goesOn(accountId, now, now + LEASE));
    };
  }
}

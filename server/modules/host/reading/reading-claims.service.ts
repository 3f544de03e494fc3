import { Inject, Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { CONFIG, type Config } from "../../../platform/config/config.js";
import { Database } from "../../../platform/database/database.js";
import { type Instant, SECOND } from "../../../shared/instant.js";
import { OVERLAP_MS } from "../domain/horizon.js";
import { dueAfter, unreadSince } from "../domain/reading.js";
import { readingTimes } from "./reading.settings.js";
import { ReadingStore } from "./reading.store.js";

/** Whoever reads shows a sign of life so often, and is given up after so long. */
const SIGN_EVERY = 10 * SECOND;
const LEASE = 90 * SECOND;
/** When a helpdesk that did not answer is asked again. */
const RETRY = 15 * SECOND;

/** Who reads which account's helpdesk: one process at a time, with signs of life, to its end or to the next attempt. */
@Injectable()
export class ReadingClaims {
  constructor(
    private readonly store: ReadingStore,
    private readonly db: Database,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** What was written before now may have been told to nobody. */
  need(accountId: number, now: Instant): Promise<void> {
    return this.db.inUnitOfWork("host.begin", () => this.store.need(accountId, now));
  }

  /** When a reading that is waited for is due; the others have the schedule. */
  nextAwaited(accountId: number): Promise<Instant | null> {
    return this.store.nextAwaited(accountId);
  }

  /** @returns false when it is not due, or another process reads it */
  async claim(accountId: number, now: Instant): Promise<boolean> {
    if (((await this.store.mark(accountId))?.dueAt ?? now) > now) return false;
    return this.db.inUnitOfWork("host.listing", async () => {
      if (!(await this.store.claim(accountId, now, now + LEASE))) return false;
      // Nobody read for long, and nobody noticed: a machine was suspended, or no worker ran.
      const mark = await this.store.mark(accountId);
      if (unreadSince(mark, now, readingTimes(this.config).staleMs) !== null) await this.store.need(accountId, now);
      await this.store.goesOn(accountId, now, now + LEASE);
      return true;
    });
  }

  /** From when on news are read, a little of what was read before included. */
  async from(accountId: number, startedAt: Instant): Promise<Instant> {
    return ((await this.store.mark(accountId))?.polledUntil ?? startedAt) - OVERLAP_MS;
  }

  /** To be called between two steps of a reading; writes now and then. */
  signOfLife(accountId: number): () => Promise<void> {
    let last = this.clock.monotonic();
    return async () => {
      if (this.clock.monotonic() - last < SIGN_EVERY) return;
      last = this.clock.monotonic();
      const now = this.clock.now();
      await this.db.inUnitOfWork("host.reading", () => this.store.goesOn(accountId, now, now + LEASE));
    };
  }

  /** @returns whether anything had been waiting for it */
  finish(accountId: number, startedAt: Instant): Promise<boolean> {
    const dueAt = dueAfter(startedAt, readingTimes(this.config).everyMs);
    return this.db.inUnitOfWork("host.read", () => this.store.finish(accountId, startedAt, this.clock.now(), dueAt));
  }

  failed(accountId: number): Promise<void> {
    return this.db.inUnitOfWork("host.not_read", () => this.store.failed(accountId, this.clock.now(), this.clock.now() + RETRY));
  }
}

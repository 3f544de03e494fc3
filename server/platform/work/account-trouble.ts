import { Injectable } from "@nestjs/common";
import { type Instant, MINUTE, SECOND } from "../../shared/instant.js";
import { Clock } from "../clock/clock.js";
import { Database } from "../database/database.js";
import { Logger } from "../observability/logger.js";
import { type Parked, ParkedWorkStore, WHOLE_ACCOUNT } from "./parked-work.store.js";
import { problemOf } from "./problem-of.js";
import { WorkAccounts } from "./work-accounts.port.js";

/** Pauses before the next attempt; the last for good. Shorter than a minute, so that work of every minute misses no turn. */
const PAUSES = [5 * SECOND, 15 * SECOND, 50 * SECOND];
/** How long another process's trouble may stay unknown here. */
const KNOWN_FOR = MINUTE;

interface Known {
  readonly readAt: number;
  readonly accountIds: string;
  /** By work and account. */
  readonly troubles: Map<string, Map<number, Parked>>;
}

/**
 * Which accounts a piece of work cannot be done for. The journal is told when that begins and when it ends, not of every round between; the
 * row in between is what `doctor` and the panel show.
 */
@Injectable()
export class AccountTrouble {
  /** Of all work at once: there is mostly none, and every lane and job asks. */
  private known: Known | null = null;

  constructor(
    private readonly accounts: WorkAccounts,
    private readonly store: ParkedWorkStore,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** The troubles of a piece of work, by account; another process's are seen within a minute. */
  async of(work: string, accountIds: readonly number[]): Promise<Map<number, Parked>> {
    const now = this.clock.monotonic();
    const names = accountIds.join();
    if (this.known?.accountIds !== names || now - this.known.readAt >= KNOWN_FOR) {
      const troubles = Map.groupBy(await this.store.accounts(accountIds), (parked) => parked.work);
      const byAccount = [...troubles].map(([name, parked]) => [name, new Map(parked.map((row) => [row.accountId, row]))] as const);
      this.known = { readAt: now, accountIds: names, troubles: new Map(byAccount) };
    }
    return this.troublesOf(work);
  }

  /** Somebody said to try again: what was known is asked for anew. */
  forget(): void {
    this.known = null;
  }

  private troublesOf(work: string): Map<number, Parked> {
    const troubles = this.known?.troubles.get(work) ?? new Map<number, Parked>();
    this.known?.troubles.set(work, troubles);
    return troubles;
  }

  /** Never rejects: whoever has trouble must not make any for the others. */
  async begun(accountId: number, work: string, error: unknown): Promise<void> {
    const problem = problemOf(error);
    this.logger.error("account.work_failed", { accountId, job: work, reason: problem, error });
    try {
      const parked = await this.db.inUnitOfWork("work.failed", () => this.store.failed(accountId, work, WHOLE_ACCOUNT, problem, againAt));
      this.troublesOf(work).set(accountId, parked);
      // Apart: the row must stand even where the account's journal is what is broken.
      if (parked.attempts === 1) {
        await this.db.inUnitOfWork("work.interrupted", () =>
          Promise.resolve(this.accounts.record(accountId, { kind: "interrupted", work, problem })),
        );
      }
    } catch (cause) {
      this.logger.error("account.trouble_not_recorded", { accountId, job: work, error: cause });
    }
  }

  /** As `begun`. */
  async ended(accountId: number, work: string): Promise<void> {
    const trouble = this.troublesOf(work).get(accountId);
    if (!trouble) return;
    try {
      await this.db.inUnitOfWork("work.resumed", async () => {
        if (!(await this.store.remove(accountId, work, WHOLE_ACCOUNT))) return;
        const { since, attempts } = trouble;
        this.accounts.record(accountId, { kind: "resumed", work, subject: null, debtorId: null, since, attempts });
      });
      this.troublesOf(work).delete(accountId);
    } catch (cause) {
      this.logger.error("account.trouble_not_recorded", { accountId, job: work, error: cause });
    }
  }
}

function againAt(attempts: number, now: Instant): Instant {
  return now + (PAUSES[Math.min(attempts, PAUSES.length) - 1] ?? MINUTE);
}

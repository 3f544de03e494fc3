import { type BeforeApplicationShutdown, Injectable } from "@nestjs/common";
import { type Instant, MINUTE } from "../../shared/instant.js";
import { Clock, type TimerHandle } from "../clock/clock.js";
import { Logger } from "./logger.js";
import { type FoldedRefusals, type Refusal, RefusalJournal } from "./refusal-journal.port.js";

/** The first of a kind is told at once; those that follow within this time are told together. */
const FOLD_MS = 15 * MINUTE;
/** Kinds that are open at a time. Accounts and reasons are ours, so there are few; what is beyond is counted and not told apart. */
const MOST_OPEN = 1_000;

interface Open {
  readonly accountId: number | null;
  readonly refusal: Refusal;
  readonly reason: string;
  readonly since: Instant;
  readonly timer: TimerHandle;
  until: Instant;
  count: number;
}

/**
 * Security events: who was refused what, and how often. A line of the log for the first and one for all that follow, one record in the
 * account's journal, and counters; ten thousand attempts fill neither disk nor journal. No names and no addresses.
 */
@Injectable()
export class Refusals implements BeforeApplicationShutdown {
  readonly counts = new Map<Refusal, number>();
  private readonly open = new Map<string, Open>();

  constructor(
    private readonly journal: RefusalJournal,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  note(refusal: Refusal, reason: string, accountId: number | null): void {
    this.counts.set(refusal, (this.counts.get(refusal) ?? 0) + 1);
    const now = this.clock.now();
    const key = `${accountId ?? "-"} ${refusal} ${reason}`;
    const known = this.open.get(key);
    if (known) {
      known.count++;
      known.until = now;
      return;
    }
    if (this.open.size >= MOST_OPEN) return;
    const timer = this.clock.at(now + FOLD_MS, () => this.close(key));
    this.open.set(key, { accountId, refusal, reason, since: now, until: now, count: 1, timer });
    this.report({ accountId, refusal, reason, count: 1 });
  }

  /** What is still being folded is told before the process ends. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const key of this.open.keys()) await this.close(key);
  }

  private async close(key: string): Promise<void> {
    const folded = this.open.get(key);
    if (!folded) return;
    this.open.delete(key);
    folded.timer.cancel();
    if (folded.count > 1) this.report(folded);
    if (folded.accountId !== null) await this.record(folded.accountId, folded);
  }

  private async record(accountId: number, { refusal, reason, count, since, until }: FoldedRefusals): Promise<void> {
    try {
      await this.journal.record(accountId, { refusal, reason, count, since, until });
    } catch (error) {
      this.logger.error("refusals.not_recorded", { accountId, error });
    }
  }

  private report({ accountId, refusal, reason, count }: Pick<Open, "accountId" | "refusal" | "reason" | "count">): void {
    this.logger.warn("security.refused", { event: refusal, reason, count, ...(accountId === null ? {} : { accountId }) });
  }
}

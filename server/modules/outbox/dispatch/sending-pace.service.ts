import { Inject, Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { JobQueue } from "../../../platform/queue/job-queue.js";
import type { Outcome } from "../domain/after-outcome.js";
import type { Setback } from "../domain/setback.js";
import { TokenBucket } from "../domain/token-bucket.js";
import { OUTBOX_SETTINGS, type OutboxSettings } from "../outbox.settings.js";
import { Setbacks } from "./setbacks.service.js";

/** How much may be sent for an account now: not faster than the helpdesk takes it, and not while it refuses. Who has to wait is called again. */
@Injectable()
export class SendingPace {
  private readonly buckets = new Map<number, TokenBucket>();
  private readonly waiting = new Set<number>();

  constructor(
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly setbacks: Setbacks,
    @Inject(OUTBOX_SETTINGS) private readonly settings: OutboxSettings,
  ) {}

  /** How many messages may leave now. At 0 the lane is woken as soon as some may. */
  take(accountId: number): number {
    const rest = this.setbacks.wait(accountId);
    if (rest > 0) {
      this.wakeIn(accountId, rest);
      return 0;
    }
    const bucket = this.bucket(accountId);
    const tokens = bucket.take(this.settings.batch, this.clock.monotonic());
    if (tokens === 0) this.wakeIn(accountId, bucket.wait(this.clock.monotonic()));
    return tokens;
  }

  /** What was taken and not used. */
  giveBack(accountId: number, tokens: number): void {
    this.bucket(accountId).giveBack(tokens);
  }

  setback(accountId: number, setback: Setback): Promise<void> {
    return this.setbacks.take(accountId, setback);
  }

  after(accountId: number, outcomes: readonly Outcome[]): Promise<void> {
    return this.setbacks.after(accountId, outcomes);
  }

  private wakeIn(accountId: number, ms: number): void {
    if (this.waiting.has(accountId)) return;
    this.waiting.add(accountId);
    this.clock.at(this.clock.now() + ms, () => {
      this.waiting.delete(accountId);
      void this.queue.wake("dispatch");
    });
  }

  private bucket(accountId: number): TokenBucket {
    const known = this.buckets.get(accountId);
    if (known) return known;
    const { rate, batch } = this.settings;
    const bucket = new TokenBucket(rate, Math.max(1, Math.min(batch, Math.ceil(rate))), this.clock.monotonic());
    this.buckets.set(accountId, bucket);
    return bucket;
  }
}

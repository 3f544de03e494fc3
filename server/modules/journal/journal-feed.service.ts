import { Injectable, type OnApplicationShutdown } from "@nestjs/common";
import { Clock, type TimerHandle } from "../../platform/clock/clock.js";
import { Logger } from "../../platform/observability/logger.js";
import { SECOND } from "../../shared/instant.js";
import { JournalStore } from "./journal.store.js";

export type FeedListener = (seq: number) => void;

/**
 * Tells this process that an account's journal has grown: at once for records written here (`wake`), within a second for those of
 * other processes (`poll`, as long as somebody listens; not a scheduled job, because web processes run none). Listeners get the
 * newest number only; they read what they need by it.
 */
@Injectable()
export class JournalFeed implements OnApplicationShutdown {
  private readonly listeners = new Map<number, Set<FeedListener>>();
  private readonly announced = new Map<number, number>();
  private timer: TimerHandle | undefined;

  constructor(
    private readonly store: JournalStore,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  /** @returns the call that ends it */
  subscribe(accountId: number, listener: FeedListener): () => void {
    const listeners = this.listeners.get(accountId) ?? new Set();
    this.listeners.set(accountId, listeners.add(listener));
    if (!this.timer) this.arm();
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.listeners.get(accountId) !== listeners) return;
      this.listeners.delete(accountId);
      this.announced.delete(accountId);
    };
  }

  wake(accountId: number, seq: number): void {
    const listeners = this.listeners.get(accountId);
    if (!listeners || seq <= (this.announced.get(accountId) ?? 0)) return;
    this.announced.set(accountId, seq);
    for (const listener of listeners) listener(seq);
  }

  onApplicationShutdown(): void {
    this.listeners.clear();
    this.timer?.cancel();
  }

  private arm(): void {
    this.timer = this.clock.at(this.clock.now() + SECOND, async () => {
      await this.poll();
      this.timer = undefined;
      if (this.listeners.size > 0) this.arm();
    });
  }

  private async poll(): Promise<void> {
    try {
      for (const [accountId, seq] of await this.store.headSeqs([...this.listeners.keys()])) this.wake(accountId, seq);
    } catch (error) {
      this.logger.warn("feed.failed", { error });
    }
  }
}

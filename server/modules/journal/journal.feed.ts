import { Injectable } from "@nestjs/common";
import { JournalStore } from "./journal.store.js";

export type FeedListener = (seq: number) => void;

/**
 * Tells this process that an account's journal has grown: at once for records written here (`wake`), within a second for those of
 * other processes (`poll`, a scheduled job). Listeners get the newest number only; they read what they need by it.
 */
@Injectable()
export class JournalFeed {
  private readonly listeners = new Map<number, Set<FeedListener>>();
  private readonly announced = new Map<number, number>();

  constructor(private readonly store: JournalStore) {}

  /** @returns the call that ends it */
  subscribe(accountId: number, listener: FeedListener): () => void {
    const listeners = this.listeners.get(accountId) ?? new Set();
    this.listeners.set(accountId, listeners.add(listener));
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

  async poll(): Promise<void> {
    for (const [accountId, seq] of await this.store.headSeqs([...this.listeners.keys()])) this.wake(accountId, seq);
  }
}

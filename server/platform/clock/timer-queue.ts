import type { Instant } from "../../shared/instant.js";
import type { TimerHandle } from "./clock.js";

export interface QueuedTimer {
  readonly at: Instant;
  readonly fn: () => void | Promise<void>;
}

interface Entry extends QueuedTimer {
  readonly order: number;
  cancelled: boolean;
}

/** Timers by instant, those of one instant in the order they were set. A binary heap: sixty days of a helpdesk set hundreds of thousands. */
export class TimerQueue {
  private readonly heap: Entry[] = [];
  private order = 0;

  add(at: Instant, fn: () => void | Promise<void>): TimerHandle {
    const entry: Entry = { at, fn, order: this.order++, cancelled: false };
    this.heap.push(entry);
    this.rise(this.heap.length - 1);
    return { cancel: () => (entry.cancelled = true) };
  }

  /** The instant of the next timer; undefined when there is none. */
  get nextAt(): Instant | undefined {
    while (this.heap[0]?.cancelled) this.shift();
    return this.heap[0]?.at;
  }

  /** Takes the next timer out. */
  take(): QueuedTimer | undefined {
    return this.nextAt === undefined ? undefined : this.shift();
  }

  private shift(): Entry {
    const first = this.heap[0]!;
    const last = this.heap.pop()!;
    if (this.heap.length > 0) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first;
  }

  private rise(index: number): void {
    for (let at = index; at > 0;) {
      const parent = (at - 1) >> 1;
      if (!this.swapped(parent, at)) return;
      at = parent;
    }
  }

  private sink(index: number): void {
    for (let at = index; ;) {
      const left = 2 * at + 1;
      if (left >= this.heap.length) return;
      const right = left + 1;
      const child = right < this.heap.length && before(this.heap[right]!, this.heap[left]!) ? right : left;
      if (!this.swapped(at, child)) return;
      at = child;
    }
  }

  /** Puts the earlier of the two above. @returns whether that changed anything */
  private swapped(parent: number, child: number): boolean {
    const [above, below] = [this.heap[parent]!, this.heap[child]!];
    if (!before(below, above)) return false;
    this.heap[parent] = below;
    this.heap[child] = above;
    return true;
  }
}

function before(a: Entry, b: Entry): boolean {
  return a.at === b.at ? a.order < b.order : a.at < b.at;
}

import type { Clock, TimerHandle } from "../platform/clock/clock.js";

/** Timers that die with the sandbox, and that hold the clock while their work is under way. */
export class Timers {
  private readonly pending = new Set<TimerHandle>();
  private closed = false;

  constructor(private readonly clock: Clock) {}

  /** Runs `fn` once, `ms` milliseconds from now. A failure is a defect of the sandbox: it must surface, not vanish. */
  after(ms: number, fn: () => void | Promise<void>): void {
    if (this.closed) return;
    const handle = this.clock.at(this.clock.now() + ms, () => {
      this.pending.delete(handle);
      return this.clock.during(async () => fn());
    });
    this.pending.add(handle);
  }

  close(): void {
    this.closed = true;
    for (const handle of this.pending) handle.cancel();
    this.pending.clear();
  }
}

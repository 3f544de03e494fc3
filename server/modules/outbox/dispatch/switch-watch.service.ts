import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { OutboxStore } from "../outbox.store.js";

/** Between two looks at the switch; "stop all" in another process is seen after this at the latest. */
const LOOK_EVERY_MS = 1_000;

/**
 * The dispatch switch as it stands in the database; "on" is believed for a second. "Off" is read anew each time: who turns sending on wakes the
 * dispatcher once, and that round must see it.
 */
@Injectable()
export class SwitchWatch {
  private readonly seen = new Map<number, { on: Promise<boolean>; at: number }>();
  private closing = false;

  constructor(
    private readonly clock: Clock,
    private readonly store: OutboxStore,
  ) {}

  async mayDispatch(accountId: number): Promise<boolean> {
    if (this.closing) return false;
    const now = this.clock.monotonic();
    const known = this.seen.get(accountId);
    if (known && now - known.at < LOOK_EVERY_MS) return known.on;
    const on = this.store.dispatchSwitch(accountId);
    this.seen.set(accountId, { on, at: now });
    if (!(await on)) this.seen.delete(accountId);
    return on;
  }

  /** The process is shutting down: what is claimed and has not left stays here and is given back. */
  close(): void {
    this.closing = true;
  }
}

import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { AccountHealth } from "../../accounts/index.js";
import type { Outcome } from "../domain/after-outcome.js";
import { restAfter, type Setback, setbackOf } from "../domain/setback.js";

interface Rest {
  /** Monotonic. */
  readonly until: number;
  readonly inARow: number;
}

/**
 * What a refusal says of the whole account: the helpdesk does not answer, asks to slow down, or does not take the sender's token any more. Then
 * nothing else is tried for a while; kept in the process, because each may find out for itself at the cost of a message that stays planned.
 */
@Injectable()
export class Setbacks {
  private readonly rests = new Map<number, Rest>();

  constructor(
    private readonly clock: Clock,
    private readonly health: AccountHealth,
  ) {}

  /** Milliseconds until the account may be worked for again; 0: now. */
  wait(accountId: number): number {
    return Math.max(0, (this.rests.get(accountId)?.until ?? 0) - this.clock.monotonic());
  }

  /** After a batch: what was refused for the account's sake, if anything, and whether something got through. */
  async after(accountId: number, outcomes: readonly Outcome[]): Promise<void> {
    const setback = outcomes.map(setbackOf).find((found) => found !== null) ?? null;
    if (setback !== null) return this.take(accountId, setback);
    if (outcomes.some(({ kind }) => kind === "accepted")) this.rests.delete(accountId);
  }

  async take(accountId: number, setback: Setback): Promise<void> {
    if (setback === "unauthorised" && (await this.health.mendSender(accountId))) return;
    const inARow = (this.rests.get(accountId)?.inARow ?? 0) + 1;
    this.rests.set(accountId, { until: this.clock.monotonic() + restAfter(inARow), inARow });
  }
}

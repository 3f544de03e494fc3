import { Injectable } from "@nestjs/common";
import { HOUR, type Instant, MINUTE } from "../../shared/instant.js";
import { Clock } from "../../platform/clock/clock.js";
import { PendingStatuses } from "../host/index.js";
import { OutboxStore } from "./outbox.store.js";

/**
 * Ages at which a message whose last word is missing is looked at. Most messages are never read, and nothing is wrong with them: asking for
 * each every minute would be most of what we ask the helpdesk. After the last age it will not be told of any more.
 */
const AGES: readonly number[] = [2 * MINUTE, 10 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR, 72 * HOUR];

@Injectable()
export class OutboxPendingStatuses extends PendingStatuses {
  /** Up to when each account was asked for; a new process begins with everything that is young enough. */
  private readonly askedUntil = new Map<number, Instant>();

  constructor(
    private readonly store: OutboxStore,
    private readonly clock: Clock,
  ) {
    super();
  }

  async pending(accountId: number, limit: number): Promise<{ conversationId: number; hostMessageId: number }[]> {
    const now = this.clock.now();
    const before = this.askedUntil.get(accountId);
    const accepted =
      before === undefined ? [{ after: now - AGES.at(-1)!, until: now }] : AGES.map((age) => ({ after: before - age, until: now - age }));
    const found = await this.store.awaitingStatus(accountId, accepted, limit);
    // More than fit wait for the next round; what was seen by then is not awaited any more, or is asked for once too often.
    if (found.length < limit) this.askedUntil.set(accountId, now);
    return found;
  }
}

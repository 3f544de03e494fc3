import { type Instant, SECOND } from "../../../shared/instant.js";

/** How far an account's helpdesk was read. */
export interface ReadingMark {
  /** When the last listing that was read to its end began. */
  readonly polledUntil: Instant;
  /** Since then words may have been missed; null when none were. */
  readonly neededSince: Instant | null;
  /** Last sign of life of whoever reads. */
  readonly seenAt: Instant;
  /** When it is read next. */
  readonly dueAt: Instant;
}

/** When a helpdesk that was read at `startedAt` is read again: with the next slot of the schedule. */
export function dueAfter(startedAt: Instant, everyMs: number): Instant {
  return (Math.floor(startedAt / everyMs) + 1) * everyMs - Math.min(SECOND, everyMs / 2);
}

/**
 * Since when words of debtors may stand unread in the helpdesk; null when there are none to be afraid of. While there are, nothing is sent:
 * among them may be the STOP of whoever would be written to. Words may be missed while nobody took webhooks (a start says so), while the
 * helpdesk did not answer (a failed listing says so), and while nobody read at all, as in a machine that was suspended (the time says so).
 *
 * @param mark null for an account that was never read
 */
export function unreadSince(mark: ReadingMark | null, now: Instant, staleAfterMs: number): Instant | null {
  if (mark === null) return now;
  const needed = mark.neededSince !== null;
  return needed || now - Math.max(mark.seenAt, mark.polledUntil) > staleAfterMs ? mark.polledUntil : null;
}

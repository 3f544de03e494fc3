import { type Instant, MINUTE } from "../../../shared/instant.js";

/** How far the helpdesk's clock may be off ours. */
export const CLOCK_DIFFERENCE_MS = MINUTE;
/** Read again beyond what was read: covers the clocks' difference and messages that reach the listing late. */
export const OVERLAP_MS = 5 * MINUTE;
/** What an account that was never read counts as news. */
export const FIRST_READING_MS = 10 * MINUTE;

/**
 * Where in time a message stands decides what it does.
 *
 * - `news`: written since Saldo listens in the conversation, or since the helpdesk was last read to its end, however long that is ago. It has
 *   its whole effect, as if its webhook had come: holds, opt-outs, cases, promises. An answer is given only within 24 hours of the message.
 * - `earlier`: written before. Only what forbids writing acts: an objection, a dispute, "I am not that person". A year-old "pay now" is no
 *   reason to write to anybody, and what was owed then is not what is owed now.
 */
export type Horizon = "news" | "earlier";

export function horizonOf(message: { readonly createdAt: Instant }, knownSince: Instant): Horizon {
  return message.createdAt >= knownSince - CLOCK_DIFFERENCE_MS ? "news" : "earlier";
}

/** From when on what is written is news where nobody listened yet. `readUntil`: the helpdesk was read to its end up to there; null: never. */
export function newsFrom(readUntil: Instant | null, now: Instant): Instant {
  return Math.min(now, readUntil === null ? now - FIRST_READING_MS : readUntil - OVERLAP_MS);
}

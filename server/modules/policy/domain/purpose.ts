import { HOUR, type Instant } from "../../../shared/instant.js";
import type { ContactIntent, PolicyFacts } from "./facts.js";
import { type Purpose, PURPOSES } from "./vocabulary.js";

/**
 * How long a message of the debtor can be answered as such: the window in which WhatsApp takes free text. No law read so far sets a time, so
 * the answer that comes later is judged like any contact.
 */
export const REPLY_WINDOW = 24 * HOUR;

/**
 * A `reply` with nothing recent to answer is collection, and so is a purpose nobody knows. Whoever writes the intent cannot open a door by naming
 * it differently.
 */
export function judgedPurpose(intent: ContactIntent, facts: PolicyFacts, now: Instant): Purpose {
  if (intent.purpose === "reply" && now >= replyUntil(intent, facts)) return "collection";
  return PURPOSES.includes(intent.purpose) ? intent.purpose : "collection";
}

/** End of the reply window of the intent's channel; −Infinity when the debtor has not written there. */
export function replyUntil(intent: ContactIntent, facts: PolicyFacts): Instant {
  const last = facts.lastInbound[intent.channel];
  return typeof last === "number" && Number.isFinite(last) ? last + REPLY_WINDOW : Number.NEGATIVE_INFINITY;
}

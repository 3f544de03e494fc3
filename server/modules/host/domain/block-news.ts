import type { Instant } from "../../../shared/instant.js";

/** What the helpdesk says of a contact, and of which moment of its own clock it surely speaks: it may be of a later one. */
export interface BlockReport {
  readonly blocked: boolean;
  /** Null when it tells no time. */
  readonly at: Instant | null;
}

/**
 * What a report changes. Reports come in any order. One that a contact is blocked is always believed: the worst it does is to keep a message back
 * until the contact is asked for again. One that it is not lifts a block only when it is surely younger.
 * @param since when the contact was blocked, as far as is known; null when it is not
 */
export function blockNews({ blocked, at }: BlockReport, since: Instant | null): "block" | "unblock" | null {
  if (blocked) return "block";
  return since !== null && at !== null && at > since ? "unblock" : null;
}

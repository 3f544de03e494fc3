import type { Instant } from "../../../shared/instant.js";

/** What keeps an account from writing on the helpdesk's side. */
export interface HostFacts {
  /** Since when words of debtors may stand unread. */
  readonly unreadSince: Instant | null;
  /** Set while the inbox does not take what debtors write. */
  readonly inbox: { readonly state: string } | null;
}

/** What may go out for an account now, and the code of what keeps the rest. */
export interface Gate {
  readonly passes: "all" | "replies" | "nothing";
  readonly reason: string | null;
}

/** Nothing is done by a clock that may be wrong: neither sent nor given up as too late. */
export const CLOCK_IN_DOUBT = "clock_in_doubt";

/**
 * While words of debtors may stand unread nothing goes out, not even an answer: the next one may change it. While the inbox takes no words, no
 * reminder goes out, because its way out leads nowhere; who wrote before is answered.
 */
export function gateOf({ unreadSince, inbox }: HostFacts): Gate {
  const reason = inbox === null ? null : `inbox_${inbox.state}`;
  if (unreadSince !== null) return { passes: "nothing", reason: reason ?? "words_unread" };
  return { passes: reason === null ? "all" : "replies", reason };
}

/**
 * What can be made to go wrong, in the words of the send protocol:
 * before handling nothing happened in the host; after it the host did the work and only the answer is wrong.
 */
export const FAULT_KINDS = [
  /** The socket is destroyed before the host sees the request. */
  "request_lost",
  /** The answer comes `ms` later on the clock. A stepped clock can only pass it when the caller does not hold it. */
  "delay",
  /** The socket is destroyed at once and the host does the work `ms` later: the late execution that settle time must cover. */
  "executed_late",
  "error_500_before",
  "throttled_429",
  "error_500_after",
  "error_422_after",
  /** The socket is destroyed after the host did the work. */
  "response_lost_after",
  /** Messages created under this rule appear in listings only `ms` after their creation. */
  "listing_lag",
  /** The same event is posted twice, under two delivery ids (the dispatcher's own retry). */
  "webhook_duplicated",
  /** The same event is posted twice under one delivery id (a proxy's retry). */
  "webhook_redelivered",
  "webhook_lost",
  /** The webhook leaves `ms` late. */
  "webhook_delayed",
  /** A status the provider repeats late overwrites a better one: delivered goes back to sent, read back to delivered. */
  "status_regressed",
  /** The provider accepts the message `ms` late. */
  "acceptance_slow",
  /** The host's send job dies: the message stays `sent` without a source id for ever. */
  "never_accepted",
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

export interface FaultRule {
  readonly kind: FaultKind;
  /** Only this account; all when absent. */
  readonly accountId?: number;
  /** How often the rule strikes before it is spent; unlimited when absent. */
  readonly times?: number;
  /** How many it lets pass before it strikes; none when absent. */
  readonly skip?: number;
  /** Chance to strike, 0 to 1; 1 when absent. */
  readonly probability?: number;
  /** Milliseconds, for the kinds that wait. */
  readonly ms?: number;
  /** For request faults: regular expression on `METHOD path`; creating messages when absent. */
  readonly match?: string;
  /** For webhook faults: only these events; all when absent. */
  readonly events?: readonly string[];
}

/** The requests a request fault strikes by default: the only ones whose effect reaches a debtor. */
export const CREATING_A_MESSAGE = "^POST /api/v1/accounts/\\d+/conversations/\\d+/messages$";

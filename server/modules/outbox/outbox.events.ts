/** Journal event types of the outbox; version 1 each. Payloads carry refs, codes, counts and rule ids, never text. */
export const outboxEvents = {
  /** Committed before the first byte leaves: what, to whom, when, why it was allowed. */
  intended: "message.intended",
  accepted: "message.accepted",
  reachedWhatsapp: "message.handed_over",
  delivered: "message.delivered",
  read: "message.read",
  failed: "message.failed",
  /** No answer we can trust; the reconciler owns it now. */
  doubted: "message.doubted",
  /** Proven not created; it may be tried again. */
  refused: "message.refused",
  /** Twice looked for and not there. */
  provenAbsent: "message.proven_absent",
  /** The helpdesk holds a message we believed unsent. */
  foundLate: "message.found_late",
  /** The policy engine said no when it fell due. */
  denied: "message.denied",
  /** Not now: moved to the next lawful opening. */
  deferred: "message.deferred",
  expired: "message.expired",
  cancelled: "message.cancelled",
  /** Given to a person after repeated failure. */
  parked: "message.parked",
  planned: "messages.planned",
  /** The helpdesk created it outside its lawful window. */
  lateArrival: "violation.detected",
} as const;

/** What is recorded of messages on their way: whoever looks for news of debtors, debts and rules can pass over these. */
export const MESSAGE_PROGRESS: readonly string[] = Object.values(outboxEvents).filter((type) => type !== outboxEvents.lateArrival);

/** Journal event types of negotiation; version 1 each. */
export const negotiationEvents = {
  /**
   * A debtor wrote. payload: message and conversation (the helpdesk's ids), intent, source (how the intent is known), answers (ref of our message,
   * or null), also (what else it says), rule and words (which rule of which version of the words decided); personal: text
   */
  replyReceived: "reply.received",
  /** A message was changed after it had been read, and now objects. payload: message, conversation, intent, source, also, rule, words; personal: text */
  replyEdited: "reply.edited",
  /** payload of all `promise.…`: promise, amountMinor, currency, dueDate, debts (public ids); here also source and lastDay */
  promiseMade: "promise.made",
  /** Also after it counted as not kept, when a payment that was in time became known late. payload also: paidMinor */
  promiseKept: "promise.kept",
  /** Its last day is over. payload also: paidMinor, state (`partially_kept` or `broken`) */
  promiseBroken: "promise.broken",
  /** A payment that had fulfilled it was taken back before its last day. payload also: paidMinor */
  promiseReopened: "promise.reopened",
  /** payload also: by (the newer promise) */
  promiseSuperseded: "promise.superseded",
  /** payload also: reason (`taken_back` or `held`); personal: note */
  promiseCancelled: "promise.cancelled",
  /** Debts that are not due are not mentioned before a day. payload: until, debts (public ids) */
  reminderPostponed: "reminder.postponed",
} as const;

/** Journal event types of negotiation; version 1 each. */
export const negotiationEvents = {
  /**
   * A debtor wrote. payload: message and conversation (the helpdesk's ids), intent, source (how the intent is known), answers (ref of our message,
   * or null); personal: text
   */
  replyReceived: "reply.received",
} as const;

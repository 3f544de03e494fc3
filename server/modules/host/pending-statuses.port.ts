/** Messages we sent whose last word from the helpdesk is still to come; implemented by the outbox. */
export abstract class PendingStatuses {
  /** Oldest look first, so that every message gets its turn. */
  abstract pending(
    accountId: number,
    limit: number,
  ): Promise<readonly { readonly conversationId: number; readonly hostMessageId: number }[]>;
}

/** Which conversation of the helpdesk is whose, by the helpdesk's numbers. The module that speaks to the helpdesk tells it. */
export abstract class DebtorConversations {
  /** The debtor's newest one; null when there was none yet. */
  abstract newestOf(accountId: number, debtorId: number): Promise<number | null>;
  /** Whom a conversation is with, by row id; null when with nobody we know. */
  abstract debtorIn(accountId: number, conversationId: number): Promise<number | null>;
}

/** What the debtor last wrote, which a later module keeps. */
export abstract class CaseWords {
  /** By conversation; those without a text, or whose text was erased, are absent. */
  abstract latest(accountId: number, conversationIds: readonly number[]): Promise<ReadonlyMap<number, string>>;
}

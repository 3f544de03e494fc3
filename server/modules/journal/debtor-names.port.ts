/** Public names of the debtors that records are about. The module that keeps debtors tells them. */
export abstract class DebtorNames {
  /** By row id; those that do not exist are absent. */
  abstract publicIds(accountId: number, debtorIds: readonly number[]): Promise<Map<number, string>>;
  /** Row id by public id; null when there is no such debtor. */
  abstract id(accountId: number, publicId: string): Promise<number | null>;
}

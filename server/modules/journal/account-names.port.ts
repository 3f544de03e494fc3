export interface AccountName {
  readonly id: number;
  readonly publicId: string;
}

/** Public names of accounts, which stand in every chain and export. The module that keeps accounts tells them. */
export abstract class AccountNames {
  abstract all(): Promise<AccountName[]>;
  /** @throws Error when there is no such account */
  abstract publicId(accountId: number): Promise<string>;
}

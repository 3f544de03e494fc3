import type { Instant } from "../../shared/instant.js";

/** What happened to a piece of scheduled or woken work. `work` is the name of the job or lane. */
export type WorkNews =
  | { readonly kind: "interrupted"; readonly work: string; readonly problem: string }
  | { readonly kind: "resumed"; readonly work: string; readonly since: Instant; readonly attempts: number };

/** Accounts and journal as scheduled work needs them; the accounts module gives them. */
export abstract class WorkAccounts {
  abstract ids(): Promise<readonly number[]>;
  /** Puts it into the account's journal, in the caller's unit of work. */
  abstract record(accountId: number, news: WorkNews): void;
}

import type { Actor } from "../../shared/actor.js";
import type { Instant } from "../../shared/instant.js";

/**
 * What happened to a piece of scheduled or woken work. `work` is the name of the job or lane; `subject` the table of the row it could not work
 * on, null for the account as a whole.
 */
export type WorkNews =
  | { readonly kind: "interrupted"; readonly work: string; readonly problem: string }
  | { readonly kind: "parked"; readonly work: string; readonly subject: string; readonly debtorId: number | null; readonly problem: string }
  | {
      readonly kind: "resumed";
      readonly work: string;
      readonly subject: string | null;
      readonly debtorId: number | null;
      readonly since: Instant;
      readonly attempts: number;
    }
  | {
      readonly kind: "released";
      readonly work: string;
      readonly subject: string | null;
      readonly debtorId: number | null;
      readonly problem: string;
      readonly actor: Actor;
    };

/** Accounts and journal as scheduled work needs them; the accounts module gives them. */
export abstract class WorkAccounts {
  abstract ids(): Promise<readonly number[]>;
  /** Puts it into the account's journal, in the caller's unit of work. */
  abstract record(accountId: number, news: WorkNews): void;
}

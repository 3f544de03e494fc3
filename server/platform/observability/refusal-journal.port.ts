import type { Instant } from "../../shared/instant.js";

/** What an attack is made of, and what an honest mistake looks like, too; how often tells them apart. */
export const REFUSALS = [
  "sign_in_failed",
  "sign_in_limited",
  "key_unknown",
  "access_denied",
  "origin_refused",
  "webhook_refused",
  "too_large",
  "too_many",
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** The same refusal, of one account and for one reason, over some time. */
export interface FoldedRefusals {
  readonly refusal: Refusal;
  /** The code the caller was given. */
  readonly reason: string;
  readonly count: number;
  readonly since: Instant;
  readonly until: Instant;
}

/** The account's journal as the platform needs it; the accounts module gives it. */
export abstract class RefusalJournal {
  abstract record(accountId: number, refusals: FoldedRefusals): Promise<void>;
}

import type { Instant } from "../../shared/instant.js";
import type { Fragment } from "../../platform/database/fragment.js";

/** A piece of a WHERE clause and its parameters, in order. */
export type Predicate = Fragment;

/** What one debtor did, for evaluating a rule in memory. */
export interface Conduct {
  /** Null when the debtor never wrote. */
  readonly lastReplyAt: Instant | null;
  readonly repliesSince: number;
  readonly promisesKept: number;
  readonly promisesNotKept: number;
}

/**
 * Replies and promises, which rules and exits ask about. The module that keeps them says in SQL and in memory what it knows; every predicate is
 * about a debt `d` and starts at an index on the debtor.
 */
export abstract class DebtorConduct {
  /** True where the debtor wrote at or after `since`. */
  abstract repliedSince(since: Instant): Predicate;
  /** A number: how often. */
  abstract repliesSince(since: Instant): Predicate;
  /** A number: promises judged so, of all time. Partially kept ones are not kept. */
  abstract promises(judged: "kept" | "not_kept"): Predicate;
  /** True where a promise is not judged yet. */
  abstract promised(): Predicate;

  abstract of(accountId: number, debtorId: number, since: Instant): Promise<Conduct>;
  /** Those of the debtors who wrote at or after `since`. */
  abstract whoReplied(accountId: number, debtorIds: readonly number[], since: Instant): Promise<ReadonlySet<number>>;
  /** Those with a promise that is not judged yet. */
  abstract whoPromised(accountId: number, debtorIds: readonly number[]): Promise<ReadonlySet<number>>;
}

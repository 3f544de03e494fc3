import type { Instant } from "../../shared/instant.js";
import type { Fragment } from "../../platform/database/fragment.js";

/** What a statement calls the rows that a rule is about: a debt and, where the rule reads it, its debtor. */
export interface RowNames {
  readonly debt: string;
  readonly debtor: string;
}

/** A piece of a WHERE clause and its parameters, in order. */
export interface Predicate extends Fragment {
  /** Whether it reads the debtor's row, which the statement must then join. */
  readonly readsDebtor: boolean;
}

/** What one debtor did, for evaluating a rule in memory. */
export interface Conduct {
  /** Null when the debtor never wrote. */
  readonly lastReplyAt: Instant | null;
  readonly repliesSince: number;
  readonly promisesKept: number;
  readonly promisesNotKept: number;
}

/**
 * Replies and promises, which rules and exits ask about. The module that keeps them says in SQL and in memory what it knows; every piece is
 * about the debtor of a debt, whose row the statement calls `debt`, and starts at an index on the debtor.
 */
export abstract class DebtorConduct {
  /** True where the debtor wrote at or after `since`. */
  abstract repliedSince(debt: string, since: Instant): Fragment;
  /** A number: how often. */
  abstract repliesSince(debt: string, since: Instant): Fragment;
  /** A number: promises judged so, of all time. Partially kept ones are not kept. */
  abstract promises(debt: string, judged: "kept" | "not_kept"): Fragment;
  /** True where a promise is not judged yet. */
  abstract promised(debt: string): Fragment;

  abstract of(accountId: number, debtorId: number, since: Instant): Promise<Conduct>;
  /** Those of the debtors who wrote at or after `since`. */
  abstract whoReplied(accountId: number, debtorIds: readonly number[], since: Instant): Promise<ReadonlySet<number>>;
  /** Those with a promise that is not judged yet. */
  abstract whoPromised(accountId: number, debtorIds: readonly number[]): Promise<ReadonlySet<number>>;
}

import type { Currency } from "../../../../../shared/money.js";
import type { Ending, MovedAccounts } from "../../../metrics/domain/cases/roll-moves.js";

/** Accounts of one currency that moved alike; or how many more did, of which less is negative. */
export interface MoveSum extends MovedAccounts {
  readonly currency: Currency;
}

const SIZES = ["accounts", "before", "now", "kept", "paid", "writtenOff"] as const;
/** Of an account that has not moved yet nothing came in. */
const STILL: Ending = "closed";

/** One row for all that moved alike; none where nobody did. */
export function movesAdded(rows: readonly MoveSum[]): MoveSum[] {
  const alike = Map.groupBy(rows, ({ currency, from, to, ending }) => `${currency} ${from} ${to} ${ending}`);
  return [...alike.values()].map(together).filter((row) => SIZES.some((size) => row[size] !== 0n));
}

export function movesLess(rows: readonly MoveSum[]): MoveSum[] {
  return rows.map((row) => ({ ...row, ...sizesOf((size) => -BigInt(row[size])) }));
}

/** What a period begins with, from how the one before it ended: every account in the stage it is in, and nothing moved. */
export function movesOpening(ended: readonly MoveSum[]): MoveSum[] {
  const there = ended.flatMap((row): MoveSum[] => {
    if (row.to === null) return [];
    const { currency, to, accounts, now } = row;
    return [{ currency, from: to, to, ending: STILL, accounts, before: now, now, kept: now, paid: 0n, writtenOff: 0n }];
  });
  return movesAdded(there);
}

function together(own: readonly MoveSum[]): MoveSum {
  return { ...own[0]!, ...sizesOf((size) => own.reduce((sum, row) => sum + BigInt(row[size]), 0n)) };
}

function sizesOf(of: (size: (typeof SIZES)[number]) => bigint): Record<(typeof SIZES)[number], bigint> {
  return Object.fromEntries(SIZES.map((size) => [size, of(size)])) as Record<(typeof SIZES)[number], bigint>;
}

import { dividedBy, type Fraction, fraction, minus, plus, times } from "./fraction.js";

/** A matrix of exact shares, by rows. */
export type Shares = readonly (readonly Fraction[])[];

const NOTHING = fraction(0);
const ALL = fraction(1);

/**
 * Where everything ends that goes on moving by the same shares: `N = (I − Q)⁻¹`, `B = N × R`.
 *
 * @param moving Q: of each stage that may still move, the share that is in each such stage one period later
 * @param ending R: of each such stage, the share that has ended in each way one period later
 * @returns of each stage, the share that ends in each way at last; `null` where something would go round for ever
 */
export function endsOf(moving: Shares, ending: Shares): Shares | null {
  const visits = visitsOf(moving);
  return visits && product(visits, ending);
}

/** How often each stage is still met from each stage on, the first time counted: `(I − Q)⁻¹`. `null` where it would be for ever. */
export function visitsOf(moving: Shares): Shares | null {
  const size = moving.length;
  const rows = moving.map((row, i) => [
    ...row.map((share, j) => minus(i === j ? ALL : NOTHING, share)),
    ...moving.map((_, j) => (i === j ? ALL : NOTHING)),
  ]);
  for (let column = 0; column < size; column++) {
    const pivot = rows.findIndex((row, i) => i >= column && row[column]!.over !== 0n);
    if (pivot < 0) return null;
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    const head = rows[column]!.map((cell) => dividedBy(cell, rows[column]![column]!));
    for (let i = 0; i < size; i++) {
      const factor = rows[i]![column]!;
      rows[i] = i === column ? head : rows[i]!.map((cell, j) => minus(cell, times(factor, head[j]!)));
    }
  }
  return rows.map((row) => row.slice(size));
}

/** What becomes of balances: one total for each way to end, in the order of the columns of `ends`. */
export function totalsOf(balances: readonly Fraction[], ends: Shares): Fraction[] {
  return product([balances], ends)[0]!.slice();
}

function product(left: Shares, right: Shares): readonly (readonly Fraction[])[] {
  const columns = right[0]?.length ?? 0;
  return left.map((row) =>
    Array.from({ length: columns }, (_, j) => row.reduce((total, share, k) => plus(total, times(share, right[k]![j]!)), NOTHING)),
  );
}

/** So many cases of one value: a million debts are a few hundred of these. */
export interface Tally {
  readonly value: number;
  readonly count: number;
}

/** One each. */
export function onceEach(values: readonly number[]): Tally[] {
  return values.map((value) => ({ value, count: 1 }));
}

/** Each value once, in order, with all its cases. */
export function tallied(tallies: readonly Tally[]): Tally[] {
  const counts = new Map<number, number>();
  for (const { value, count } of tallies) counts.set(value, (counts.get(value) ?? 0) + count);
  return [...counts].map(([value, count]) => ({ value, count })).toSorted((a, b) => a.value - b.value);
}

export function casesIn(tallies: readonly Tally[]): number {
  return tallies.reduce((sum, { count }) => sum + count, 0);
}

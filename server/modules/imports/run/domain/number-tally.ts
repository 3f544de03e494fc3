/** Numbers that debtors would get and lose, as look-up hashes; a debtor is known by the creditor's number of them, and by ours where there is one. */
export interface NumberChange {
  readonly hash: string;
  readonly debtor: string;
  /** Null for one that does not exist yet. */
  readonly debtorId: number | null;
  readonly gains: boolean;
}

/** Counts over a whole file which numbers it would give to a second debtor. */
export class NumberTally {
  private readonly gained = new Map<string, string[]>();
  private readonly ids = new Map<string, number>();
  private readonly lost = new Map<string, number[]>();

  add(changes: readonly NumberChange[]): void {
    for (const { hash, debtor, debtorId, gains } of changes) {
      if (gains) {
        this.gained.set(hash, [...(this.gained.get(hash) ?? []), debtor]);
        if (debtorId !== null) this.ids.set(debtor, debtorId);
      } else if (debtorId !== null) this.lost.set(hash, [...(this.lost.get(hash) ?? []), debtorId]);
    }
  }

  /** Those that somebody gains. */
  get hashes(): string[] {
    return [...this.gained.keys()];
  }

  /** @param holders who has the number now */
  becomesShared(hash: string, holders: readonly number[]): boolean {
    const lost = this.lost.get(hash) ?? [];
    const gained = this.gained.get(hash) ?? [];
    const known = new Set(gained.flatMap((debtor) => this.ids.get(debtor) ?? []));
    const stay = holders.filter((id) => !lost.includes(id) && !known.has(id));
    return holders.length < 2 && stay.length + new Set(gained).size > 1;
  }
}

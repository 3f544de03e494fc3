/** Who may have written, as far as conversation and number tell. */
export interface Writer {
  /** The one debtor it was; null when that is not sure. */
  readonly debtorId: number | null;
  /** Everybody it may have been; empty for a stranger. */
  readonly candidates: readonly number[];
}

/**
 * @param linked the debtor the conversation is recorded for
 * @param holders the debtors who have the number it came from; empty when the number is not known, or nobody's any more
 */
export function writerOf(linked: number | null, holders: readonly number[]): Writer {
  const candidates = [...new Set([...(linked === null ? [] : [linked]), ...holders])].sort((a, b) => a - b);
  return { debtorId: candidates.length === 1 ? candidates[0]! : null, candidates };
}

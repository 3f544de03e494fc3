/** Who may have written, as far as conversation and numbers tell. */
export interface Writer {
  /** The one debtor it was; null when that is not sure. */
  readonly debtorId: number | null;
  /** Everybody it may have been; empty for a stranger. */
  readonly candidates: readonly number[];
}

/** What points at the writer. */
export interface Traces {
  /** The debtor the conversation is recorded for. */
  readonly linked: number | null;
  /** The number of the contact who wrote; null when the helpdesk does not tell, as for people with a username alone. */
  readonly spoken: NumberTrace | null;
  /** The number the conversation sends to. */
  readonly bound: NumberTrace | null;
}

export interface NumberTrace {
  readonly hash: string;
  /** The debtors who have it; empty when it is nobody's, or nobody's any more. */
  readonly holders: readonly number[];
}

/**
 * Contacts are merged and edited in the helpdesk, and a conversation stays with its number: what the survivor writes lands in the conversation of
 * the other. Where the two numbers differ nobody is sure, even if only one debtor is in sight, and an answer would go to the wrong telephone.
 */
export function writerOf({ linked, spoken, bound }: Traces): Writer {
  const all = [...(linked === null ? [] : [linked]), ...(spoken?.holders ?? []), ...(bound?.holders ?? [])];
  const candidates = [...new Set(all)].sort((a, b) => a - b);
  const sure = candidates.length === 1 && (spoken === null || bound === null || spoken.hash === bound.hash);
  return { debtorId: sure ? candidates[0]! : null, candidates };
}

/** A credit note as it is kept: its amount is what was placed and what is in hand. */
export interface NoteState {
  readonly amountMinor: number;
  readonly unallocatedMinor: number;
  /** What the last file said it is worth. */
  readonly reportedMinor: number;
  /** A person took it back. */
  readonly reversed: boolean;
}

export interface ChangedNote {
  readonly id: number;
  readonly debtorId: number;
  /** How it stood, for an undo. */
  readonly before: NoteState;
}

/**
 * What a file makes of a note. What it is worth more came in addition. What it is worth less the creditor has used: it is taken of what is in
 * hand, and what was placed already stays placed, for the creditor's system has now placed it too.
 * @returns null where nothing changes
 */
export function restate(note: NoteState, statedMinor: number): NoteState | null {
  const more = statedMinor - note.reportedMinor;
  if (more === 0) return null;
  if (more < 0) {
    const used = Math.min(-more, note.unallocatedMinor);
    return { ...note, amountMinor: note.amountMinor - used, unallocatedMinor: note.unallocatedMinor - used, reportedMinor: statedMinor };
  }
  const kept = note.reversed ? { amountMinor: 0, unallocatedMinor: 0 } : note;
  return {
    amountMinor: kept.amountMinor + more,
    unallocatedMinor: kept.unallocatedMinor + more,
    reportedMinor: statedMinor,
    reversed: false,
  };
}

/** What can be wrong with an account's place in the helpdesk; each is mended there, or by connecting the account again. */
export const HOST_TROUBLES = [
  /** The stored administrator's token is refused, or its person left the account. */
  "token_refused",
  /** The person of the stored token is no administrator any more. */
  "token_demoted",
  /** The inbox is gone. */
  "inbox_gone",
  /** The bot's token is refused and no other could be had. */
  "sender_refused",
  "team_missing",
  "label_missing",
  "tab_missing",
  /** Our clock and the helpdesk's disagree, or ours jumped. That nothing is sent meanwhile is the dispatcher's own doing, see `ClockTrust`. */
  "clock_disagrees",
] as const;
export type HostTrouble = (typeof HOST_TROUBLES)[number];

/**
 * Troubles in which nothing is sent until they are over. Without its token Saldo can neither check a number nor look up a message in doubt;
 * without inbox or sender nothing arrives.
 */
const HALTING: ReadonlySet<HostTrouble> = new Set(["token_refused", "inbox_gone", "sender_refused"]);

export function halts(trouble: HostTrouble): boolean {
  return HALTING.has(trouble);
}

/** What a look at the helpdesk changes: `looked` are the troubles that would have been seen. */
export function changesOf(
  known: ReadonlySet<HostTrouble>,
  looked: readonly HostTrouble[],
  found: ReadonlySet<HostTrouble>,
): { readonly begun: HostTrouble[]; readonly ended: HostTrouble[] } {
  return {
    begun: looked.filter((trouble) => found.has(trouble) && !known.has(trouble)),
    ended: looked.filter((trouble) => !found.has(trouble) && known.has(trouble)),
  };
}

import type { CadenceExits } from "./cadence.js";

/** What the exits ask about a debtor. */
export interface ExitFacts {
  /** Whether a reply came on one of the days the exit counts. */
  readonly replied: boolean;
  readonly promised: boolean;
  /** Open balance by currency. */
  readonly owed: ReadonlyMap<string, number>;
}

export type ExitReason = "exit.replied" | "exit.promised" | "exit.small_balance";

/** Why a debtor has left the cadence, or null: the same question the planner asks in SQL, asked again before a message leaves. */
export function exitOf(exits: CadenceExits, currency: string | null, facts: ExitFacts): ExitReason | null {
  if (exits.repliedWithinDays !== null && facts.replied) return "exit.replied";
  if (exits.activePromise && facts.promised) return "exit.promised";
  const limit = exits.smallBalance.find((amount) => amount.currency === currency);
  if (limit && currency !== null && (facts.owed.get(currency) ?? 0) <= limit.minor) return "exit.small_balance";
  return null;
}

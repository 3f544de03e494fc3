import type { Instant } from "../../../../../shared/instant.js";
import { localDate } from "../../../../../shared/zone.js";

/** Something with an effect that an agent did: an answer, an agreement, a note, a decision. Opening a page is none. */
export interface AgentAct {
  readonly agent: string;
  readonly account: string;
  readonly at: Instant;
}

/** Days on which an agent did anything, and the accounts worked on in them, each once an agent and day. @throws RangeError for an unknown zone */
export function agentDays(acts: readonly AgentAct[], zone: string): { readonly days: number; readonly accounts: number } {
  const days = Map.groupBy(acts, ({ agent, at }) => JSON.stringify([agent, localDate(zone, at)]));
  const accounts = [...days.values()].reduce((sum, done) => sum + new Set(done.map(({ account }) => account)).size, 0);
  return { days: days.size, accounts };
}

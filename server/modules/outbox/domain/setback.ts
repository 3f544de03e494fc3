import { MINUTE, SECOND } from "../../../shared/instant.js";
import type { Outcome } from "./after-outcome.js";

/** Why nothing of the account can leave at present. */
export type Setback = "unauthorised" | "throttled" | "unreachable";

/** What one outcome says of the account; null: nothing. */
export function setbackOf(outcome: Outcome): Setback | null {
  if (outcome.kind !== "not_created") return null;
  return outcome.reason === "unauthorised" || outcome.reason === "throttled" || outcome.reason === "unreachable" ? outcome.reason : null;
}

/** Pause in ms after so many setbacks in a row: each costs every message in flight a claim, so it grows. */
export function restAfter(inARow: number): number {
  return Math.min(5 * MINUTE, 15 * SECOND * 2 ** (inARow - 1));
}

import { DAY, MINUTE, type Instant } from "../../../shared/instant.js";

/** Tries before a debtor is left to a person: with the doubling pauses between them, most of a working day. */
export const MAX_TRIES = 5;
const FIRST_PAUSE = 30 * MINUTE;
/** How long the answer "a person must look" holds; a step that falls due later is tried once more. */
export const GIVEN_UP_FOR = DAY;

/** A debtor whose conversation could not be made ready, and what comes of it. */
export interface Unready {
  /** Stable code, without personal data. */
  readonly reason: string;
  /** Until then the helpdesk is not asked again. */
  readonly retryAt: Instant;
  /** Left to a person: what is due is set aside. */
  readonly givenUp: boolean;
}

/** Pause in ms after so many failed tries; null: none further, a person must look. */
export function pauseAfterTry(tries: number): number | null {
  return tries >= MAX_TRIES ? null : FIRST_PAUSE * 2 ** (tries - 1);
}

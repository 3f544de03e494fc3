import type { Instant } from "../../../../../shared/instant.js";

/** A debtor who was contacted for the first time in the period. */
export interface FirstContact {
  readonly firstAt: Instant;
  /** The second contact that we began; `null` while there is none. */
  readonly secondAt: Instant | null;
  /** When the debtor paid or agreed on a plan. */
  readonly results: readonly Instant[];
}

/**
 * What the first contact brought: what came later than the window, or after a second contact, is not its doing.
 * `too_young`: nothing yet, and the window is still open. @param window milliseconds
 */
export function firstContactResult(
  { firstAt, secondAt, results }: FirstContact,
  window: number,
  now: Instant,
): "converted" | "not" | "too_young" {
  const end = Math.min(firstAt + window, secondAt ?? Number.POSITIVE_INFINITY);
  if (results.some((at) => firstAt <= at && at < end && at <= now)) return "converted";
  return end <= now ? "not" : "too_young";
}

/** A case and the contacts in which the debtor was reached. */
export interface ReachedCase {
  readonly contacts: readonly Instant[];
  readonly resolvedAt: Instant | null;
}

/** By which contact it was resolved, 1 for the first; `null` where it is open, or was resolved before anybody was reached. */
export function resolvedByContact({ contacts, resolvedAt }: ReachedCase): number | null {
  if (resolvedAt === null) return null;
  return contacts.filter((at) => at <= resolvedAt).length || null;
}

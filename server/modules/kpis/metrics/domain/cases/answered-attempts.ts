import type { Instant } from "../../../../../shared/instant.js";

/** What was tried to reach one debtor on one channel. */
export interface ContactTry {
  readonly id: string;
  readonly at: Instant;
}

/**
 * Which attempts were answered: an answer is to the last attempt before it and to no other, and only inside the window.
 * @param answers instants at which the debtor wrote or spoke, on the same channel
 * @param window milliseconds
 */
export function answeredAttempts(attempts: readonly ContactTry[], answers: readonly Instant[], window: number): ReadonlySet<string> {
  const inOrder = attempts.toSorted((a, b) => a.at - b.at);
  return new Set(
    answers.flatMap((answer) => {
      const last = inOrder.findLast(({ at }) => at <= answer);
      return last && answer - last.at <= window ? [last.id] : [];
    }),
  );
}

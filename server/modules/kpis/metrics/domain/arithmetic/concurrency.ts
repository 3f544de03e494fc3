import type { Instant } from "../../../../../shared/instant.js";
import { type Fraction, fraction } from "./fraction.js";

/** How many things were open at once: at most, and on average over the time in which at least one was. */
export interface Concurrency {
  readonly peak: number;
  /** `null` where nothing was open. */
  readonly mean: Fraction | null;
  /** Milliseconds in which at least one was open. */
  readonly busy: number;
}

/** @param spans half-open: one that ends when another begins was never open beside it */
export function concurrencyOf(spans: readonly { readonly start: Instant; readonly end: Instant }[]): Concurrency {
  const moves = spans
    .filter(({ start, end }) => start < end)
    .flatMap(({ start, end }) => [
      { at: start, change: 1 },
      { at: end, change: -1 },
    ])
    .toSorted((a, b) => a.at - b.at || a.change - b.change);
  let [open, peak, busy, area] = [0, 0, 0, 0];
  let since = moves[0]?.at ?? 0;
  for (const { at, change } of moves) {
    area += open * (at - since);
    if (open > 0) busy += at - since;
    open += change;
    peak = Math.max(peak, open);
    since = at;
  }
  return { peak, mean: busy === 0 ? null : fraction(area, busy), busy };
}

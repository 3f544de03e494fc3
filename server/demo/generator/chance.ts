import type { Random } from "../../platform/crypto/randomness.js";

/** Whether something that happens to `share` of all (0 to 1) happens this time. */
export function happens(random: Random, share: number): boolean {
  return random.next() < share;
}

/** A whole number from `least` to `most`, both included. */
export function between(random: Random, least: number, most: number): number {
  return least + random.int(most - least + 1);
}

export function pick<T>(random: Random, list: readonly T[]): T {
  return list[random.int(list.length)]!;
}

/**
 * A log-normal draw, the shape that sums of money have: many small, few large.
 * @param sigma of the logarithm; draws beyond three of it are cut off, so that no debt is absurd
 */
export function logNormal(random: Random, median: number, sigma: number): number {
  // Box–Muller; 1 − next() is never 0.
  const normal = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return median * Math.exp(sigma * Math.max(-3, Math.min(3, normal)));
}

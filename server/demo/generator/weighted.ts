import type { Random } from "../../platform/crypto/randomness.js";

/** Things that come up as often as their weights say. */
export class Weighted<T> {
  private readonly values: readonly T[];
  private readonly upTo: readonly number[];

  constructor(entries: readonly (readonly [value: T, weight: number])[]) {
    let total = 0;
    this.values = entries.map(([value]) => value);
    this.upTo = entries.map(([, weight]) => (total += weight));
  }

  /** From the most frequent to the rarest, with frequencies that fall as those of names do (Zipf–Mandelbrot). */
  static ranked<T>(values: readonly T[]): Weighted<T> {
    return new Weighted(values.map((value, rank) => [value, 1 / (rank + 4)]));
  }

  pick(random: Random): T {
    const at = random.next() * this.upTo.at(-1)!;
    let [low, high] = [0, this.values.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at < this.upTo[middle]!) high = middle;
      else low = middle + 1;
    }
    return this.values[low]!;
  }
}

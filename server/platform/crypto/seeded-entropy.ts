import { createHash } from "node:crypto";
import { Entropy } from "./randomness.js";

/** Bytes that follow from a seed: nothing made with them is secret. For checks of the demo that must go the same way twice, and tests. */
export class SeededEntropy extends Entropy {
  private block = 0;
  private left = Buffer.alloc(0);

  constructor(private readonly seed: number) {
    super();
  }

  bytes(length: number): Buffer {
    while (this.left.length < length) {
      const next = createHash("sha256")
        .update(`${this.seed}/${this.block++}`)
        .digest();
      this.left = Buffer.concat([this.left, next]);
    }
    const bytes = Buffer.from(this.left.subarray(0, length));
    this.left = this.left.subarray(length);
    return bytes;
  }
}

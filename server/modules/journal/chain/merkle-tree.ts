import { createHash } from "node:crypto";

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

/**
 * The Merkle tree of RFC 6962 (2.1), grown leaf by leaf. It keeps only the roots of the perfect subtrees (at most one per
 * power of two), so a chain of any length is verified in one pass and in constant memory.
 */
export class MerkleTree {
  private readonly subtrees: Buffer[];

  /** @param peaks what `peaks` returned at that size; empty for a new tree */
  constructor(
    private leaves = 0,
    peaks: readonly string[] = [],
  ) {
    this.subtrees = peaks.map((peak) => Buffer.from(peak, "hex"));
  }

  get size(): number {
    return this.leaves;
  }

  get peaks(): readonly string[] {
    return this.subtrees.map((peak) => peak.toString("hex"));
  }

  append(leaf: Uint8Array): void {
    let node = sha256(LEAF, leaf);
    for (let size = this.leaves; size % 2 === 1; size = Math.floor(size / 2)) node = sha256(NODE, this.subtrees.pop()!, node);
    this.subtrees.push(node);
    this.leaves++;
  }

  /** 64 hexadecimal digits; of the empty tree SHA-256 of nothing. */
  root(): string {
    const [last, ...rest] = this.subtrees.toReversed();
    if (!last) return sha256().toString("hex");
    return rest.reduce((right, left) => sha256(NODE, left, right), last).toString("hex");
  }
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  const sha = createHash("sha256");
  for (const part of parts) sha.update(part);
  return sha.digest();
}

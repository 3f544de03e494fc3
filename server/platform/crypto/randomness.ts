import { randomBytes } from "node:crypto";

/** Chance that may be seeded: jitter, sampling, fault dice. Never for keys, tokens or ids that must not be guessed. */
export abstract class Random {
  /** Uniform in [0, 1). */
  abstract next(): number;

  /** Integer in [0, below). */
  int(below: number): number {
    return Math.floor(this.next() * below);
  }
}

/** Unpredictable bytes for keys, nonces, salts and tokens. Never seedable outside tests. */
export abstract class Entropy {
  abstract bytes(length: number): Buffer;

  /** URL-safe text with `length` bytes of entropy. */
  token(length = 32): string {
    return this.bytes(length).toString("base64url");
  }
}

export class SystemRandom extends Random {
  next(): number {
    return Math.random();
  }
}

const POOL_BYTES = 8_192;

/** The system's generator, asked for a pool at a time: an import takes millions of nonces. Bytes given out are wiped from the pool. */
export class SystemEntropy extends Entropy {
  private pool = Buffer.alloc(0);
  private taken = 0;

  bytes(length: number): Buffer {
    if (length > POOL_BYTES) return randomBytes(length);
    if (this.taken + length > this.pool.length) {
      this.pool = randomBytes(POOL_BYTES);
      this.taken = 0;
    }
    const end = this.taken + length;
    const bytes = Buffer.from(this.pool.subarray(this.taken, end));
    this.pool.fill(0, this.taken, end);
    this.taken = end;
    return bytes;
  }
}

/** mulberry32: small, fast, good enough for dice; for the demo and tests only. */
export class SeededRandom extends Random {
  constructor(private state: number) {
    super();
  }

  /** Chance of somebody's own: what it says depends on seed and name alone, not on who else drew before. FNV-1a. */
  static of(seed: number, name: string): SeededRandom {
    let hash = 0x811c9dc5 ^ seed;
    for (const character of name) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
    return new SeededRandom(hash | 0);
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
}

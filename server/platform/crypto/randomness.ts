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

export class SystemEntropy extends Entropy {
  bytes(length: number): Buffer {
    return randomBytes(length);
  }
}

/** mulberry32: small, fast, good enough for dice; for the demo and tests only. */
export class SeededRandom extends Random {
  constructor(private state: number) {
    super();
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }
}

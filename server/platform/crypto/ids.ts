import { Injectable } from "@nestjs/common";
import { v7 } from "uuid";
import { Clock } from "../clock/clock.js";
import { Entropy } from "./randomness.js";

/** Ids for everything that leaves the database: UUIDv7, never derived from a row id (a restored database would reuse it). */
@Injectable()
export class Ids {
  constructor(
    private readonly clock: Clock,
    private readonly entropy: Entropy,
  ) {}

  next(): string {
    return v7({ msecs: this.clock.now(), random: this.entropy.bytes(16) });
  }
}

import { Injectable } from "@nestjs/common";
import { uuidv7 } from "../../shared/uuid.js";
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
    return uuidv7(this.clock.now(), this.entropy.bytes(10));
  }
}

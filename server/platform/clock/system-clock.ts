import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Clock, type TimerHandle } from "./clock.js";

/** setTimeout overflows beyond 2^31−1 ms and then fires at once; longer waits are taken in steps. */
const LONGEST_TIMEOUT = 2_000_000_000;

/** Real time. `offsetMs` shifts the wall clock: the demo uses it to start inside lawful hours whatever the hour is. */
@Injectable()
export class SystemClock extends Clock {
  constructor(private readonly offsetMs = 0) {
    super();
  }

  now(): Instant {
    return Date.now() + this.offsetMs;
  }

  monotonic(): number {
    return performance.now();
  }

  at(instant: Instant, fn: () => void | Promise<void>): TimerHandle {
    let timer: NodeJS.Timeout;
    const arm = () => {
      const wait = Math.max(0, instant - this.now());
      timer = wait > LONGEST_TIMEOUT ? setTimeout(arm, LONGEST_TIMEOUT) : setTimeout(() => void fn(), wait);
    };
    arm();
    return { cancel: () => clearTimeout(timer) };
  }

  hold(): () => void {
    return () => {};
  }
}

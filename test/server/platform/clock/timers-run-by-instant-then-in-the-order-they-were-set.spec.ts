import { describe, expect, it } from "@jest/globals";
import { SteppedClock } from "../../../../server/platform/clock/stepped-clock.js";
import { SeededRandom } from "../../../../server/platform/crypto/randomness.js";

const START = Date.parse("2026-11-20T15:00:00Z");

describe("a stepped clock", () => {
  it("runs thousands of timers by instant, those of one instant in the order they were set", async () => {
    const clock = new SteppedClock(START);
    const random = new SeededRandom(4);
    const set: { at: number; order: number }[] = [];
    const fired: { at: number; order: number }[] = [];
    for (let order = 0; order < 3_000; order++) {
      const timer = { at: START + random.int(400), order };
      const handle = clock.at(timer.at, () => void fired.push(timer));
      if (order % 7 === 0) handle.cancel();
      else set.push(timer);
    }
    await clock.runFor(1_000);
    expect(fired).toEqual(set.toSorted((a, b) => a.at - b.at || a.order - b.order));
  });

  it("stands still while something holds it", async () => {
    const clock = new SteppedClock(START);
    const release = clock.hold();
    let fired = false;
    clock.at(START + 1, () => void (fired = true));
    const run = clock.runFor(10);
    for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(fired).toBe(false);
    release();
    await run;
    expect(fired).toBe(true);
  });
});

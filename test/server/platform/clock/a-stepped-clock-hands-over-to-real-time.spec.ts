import { describe, expect, it } from "@jest/globals";
import { SteppedClock } from "../../../../server/platform/clock/stepped-clock.js";
import { SteppedThenRealClock } from "../../../../server/platform/clock/stepped-then-real-clock.js";
import { SECOND } from "../../../../server/shared/instant.js";

const PAST = Date.parse("2026-09-21T11:00:00Z");
const PRESENT = Date.parse("2026-11-20T15:00:00Z");

/** The "real" clock is a stepped one too, so that nothing here waits. */
function clocks() {
  const real = new SteppedClock(PRESENT);
  return { real, clock: new SteppedThenRealClock(PAST, real) };
}

describe("a stepped clock that hands over", () => {
  it("steps through the past and shows the real instant at the hand-over", async () => {
    const { clock } = clocks();
    const seen: number[] = [];
    clock.at(PAST + SECOND, () => void seen.push(clock.now()));
    await clock.handOver();
    expect(seen).toEqual([PAST + SECOND]);
    expect(clock.now()).toBe(PRESENT);
  });

  it("catches up with a real clock that went on meanwhile", async () => {
    const { real, clock } = clocks();
    let late = 0;
    clock.at(PRESENT - 1, () => real.runFor(90 * SECOND));
    clock.at(PRESENT + 60 * SECOND, () => void (late = clock.now()));
    await clock.handOver();
    expect(late).toBe(PRESENT + 60 * SECOND);
    expect(clock.now()).toBe(PRESENT + 90 * SECOND);
  });

  it("fires in real time what was set in stepped time, in order, and leaves out what was cancelled before or after", async () => {
    const { real, clock } = clocks();
    const fired: string[] = [];
    clock.at(PRESENT + 2 * SECOND, () => void fired.push("second"));
    clock.at(PRESENT + SECOND, () => void fired.push("first"));
    const before = clock.at(PRESENT + SECOND, () => void fired.push("cancelled before"));
    const after = clock.at(PRESENT + 3 * SECOND, () => void fired.push("cancelled after"));
    before.cancel();
    await clock.handOver();
    after.cancel();
    expect(fired).toEqual([]);
    await real.runFor(5 * SECOND);
    expect(fired).toEqual(["first", "second"]);
  });

  it("never lets the monotonic clock go back", async () => {
    const { real, clock } = clocks();
    const before = clock.monotonic();
    await clock.handOver();
    const at = clock.monotonic();
    expect(at).toBeGreaterThanOrEqual(before);
    await real.runFor(SECOND);
    expect(clock.monotonic() - at).toBe(SECOND);
  });

  it("is not stepped any more once it is real", async () => {
    const { clock } = clocks();
    await clock.handOver();
    await expect(clock.runFor(SECOND)).rejects.toThrow("real time");
  });
});

import { expect, it } from "@jest/globals";
import { readClocks } from "../../../../../server/modules/escalations/domain/clock/read-clock.js";
import { countMinuteByMinute } from "./support/minute-by-minute.js";
import { minutesOf, randomHistory } from "./support/random-histories.js";

/** `SALDO_HISTORIES=1000000` is the long form. */
const HISTORIES = Number(process.env.SALDO_HISTORIES ?? 20_000);

it("over random histories with changed clocks, holidays, lunch, pauses, reopenings and new policies", () => {
  let compared = 0;
  for (let seed = 1; seed <= HISTORIES; seed++) {
    const { events, now } = randomHistory(seed);
    const counted = countMinuteByMinute(events, now, minutesOf).map((one) => `${one.clock}/${one.cycle} ${told(one)}`);
    const read = readClocks(events, now).map((one) => {
      const paused = one.paused.reduce((sum, { time }) => sum + time, 0);
      const end = one.endedAt === null ? null : one.state === "late" ? "met" : one.state;
      return `${one.clock}/${one.cycle} ${told({ ...one, paused, end })}`;
    });
    // A clock without a target at the end is not shown; every one that is shown must be right.
    const shown = counted.filter((one) => read.includes(one));
    if (shown.length !== read.length) expect({ seed, read }).toEqual({ seed, read: counted });
    compared += read.length;
  }
  expect(compared).toBeGreaterThan(2 * HISTORIES);
});

function told(one: { elapsed: number; paused: number; closed: number; missedAt: number | null; end: unknown }): string {
  return JSON.stringify([one.elapsed, one.paused, one.closed, one.missedAt, one.end]);
}

it("and it is due in the minute in which the count reaches the target, if nothing more happens", () => {
  let compared = 0;
  for (let seed = 1; seed <= HISTORIES / 20; seed++) {
    const { events, now } = randomHistory(seed);
    const before = readClocks(events, now).filter(
      (one) => one.endedAt === null && !one.isOverdue && one.due !== null && one.due - now < 86_400_000,
    );
    for (const { clock, cycle, due } of before) {
      const at = (instant: number) =>
        countMinuteByMinute(events, instant, minutesOf).find((one) => one.clock === clock && one.cycle === cycle)!;
      const { target } = readClocks(events, now).find((one) => one.clock === clock && one.cycle === cycle)!;
      expect(at(due!).elapsed).toBe(target);
      expect(at(due! - 60_000).elapsed).toBe(target - 60_000);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(HISTORIES / 100);
});

import { beforeEach, expect, test } from "@jest/globals";
import { ClockTrust } from "../../../../server/modules/host/index.js";
import { SteppedClock } from "../../../../server/platform/clock/stepped-clock.js";
import { Logger } from "../../../../server/platform/observability/logger.js";
import { DAY, HOUR, MINUTE, SECOND } from "../../../../server/shared/instant.js";

/** A machine whose wall clock somebody sets. */
class Machine extends SteppedClock {
  set = 0;

  override now(): number {
    return super.now() + this.set;
  }

  override monotonic(): number {
    return super.now();
  }
}

const START = Date.UTC(2026, 10, 27, 15);
let machine: Machine;
let helpdesk: { off: number | null; answers: boolean; asked: number };
let lines: string[];
/** What the panel is told, in order. */
let told: string[];
let trust: ClockTrust;

beforeEach(() => {
  machine = new Machine(START);
  helpdesk = { off: 0, answers: true, asked: 0 };
  lines = [];
  const accounts = { hostAccess: () => Promise.resolve({}) } as never;
  const clockSkew = (_: unknown, now: () => number): Promise<number | null> => {
    helpdesk.asked++;
    if (!helpdesk.answers) return Promise.reject(new Error("no answer"));
    return Promise.resolve(helpdesk.off === null ? null : machine.monotonic() + helpdesk.off - now());
  };
  const logger = new Logger("info", { write: (line: string) => void lines.push(line) });
  told = [];
  const troubles = {
    record: (_: number, [look]: readonly { readonly found: readonly string[] }[]) => {
      told.push(look?.found.length === 0 ? "trusted" : "in doubt");
      return Promise.resolve(true);
    },
  };
  trust = new ClockTrust(accounts, { clockSkew } as never, machine, logger, troubles as never);
});

test("a clock that goes as it should is asked about once an hour", async () => {
  for (let minute = 0; minute < 150; minute++) {
    expect(await trust.agrees(1)).toBe(true);
    await machine.runFor(MINUTE);
  }
  expect(helpdesk.asked).toBe(3);
});

test.each([26 * HOUR, -26 * HOUR, 6 * MINUTE, -6 * MINUTE, 3_650 * DAY])(
  "one set by %d ms is not believed, told once, and believed again when it is set right",
  async (by) => {
    expect(await trust.agrees(1)).toBe(true);
    machine.set = by;
    expect(trust.hasJumped(1)).toBe(true);
    for (let turn = 0; turn < 5; turn++) {
      expect(await trust.agrees(1)).toBe(false);
      await machine.runFor(10 * SECOND);
    }
    expect(lines.filter((line) => line.includes("clock.in_doubt"))).toHaveLength(1);
    expect(told).toEqual(["trusted", "in doubt"]);
    machine.set = 0;
    expect(await trust.agrees(1)).toBe(true);
    expect(told).toEqual(["trusted", "in doubt", "trusted"]);
    expect(trust.hasJumped(1)).toBe(false);
  },
);

test("a machine that slept is believed as soon as the helpdesk agrees", async () => {
  await trust.agrees(1);
  await machine.runFor(MINUTE);
  machine.set = 9 * HOUR;
  helpdesk.off = 9 * HOUR;
  expect(trust.hasJumped(1)).toBe(true);
  expect(await trust.agrees(1)).toBe(true);
});

test("after a jump neither silence nor an answer without the time is agreement", async () => {
  await trust.agrees(1);
  machine.set = HOUR;
  helpdesk.answers = false;
  expect(await trust.agrees(1)).toBe(false);
  await machine.runFor(10 * SECOND);
  helpdesk.answers = true;
  helpdesk.off = null;
  expect(await trust.agrees(1)).toBe(false);
});

test("while a helpdesk is away, a steady clock that it agreed with stays believed, and one it never saw does not", async () => {
  await trust.agrees(1);
  helpdesk.answers = false;
  await machine.runFor(5 * HOUR);
  expect(await trust.agrees(1)).toBe(true);
  expect(await trust.agrees(2)).toBe(false);
});

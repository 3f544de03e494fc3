import type { Instant } from "../../../../shared/instant.js";
import type { CaseEvent } from "../clock/case-event.js";
import type { ClockKind, ClockPlan } from "../clock/clock-plan.js";
import { type ClockReading, readClocks } from "../clock/read-clock.js";

export interface PlannedCase {
  readonly caseId: string;
  readonly events: readonly CaseEvent[];
  /** What the new version would give it. */
  readonly plan: ClockPlan;
}

/** A running clock whose due instant would not stay. */
export interface ClockMove {
  readonly caseId: string;
  readonly clock: ClockKind;
  readonly cycle: number;
  /** Null: paused without an end, or the version has no such target. */
  readonly before: Instant | null;
  readonly after: Instant | null;
  /** Milliseconds, later above 0; null where one of them is unknown. */
  readonly by: number | null;
}

export interface ChangeEffect {
  /** Clocks that go on, before or after. */
  readonly running: number;
  readonly moved: number;
  /** One by one; empty where they were only counted. */
  readonly moves: readonly ClockMove[];
  readonly sooner: number;
  readonly later: number;
  /** Not overdue now, and at once if it were published. */
  readonly overdueAtOnce: number;
  /** The farthest moves, milliseconds; 0 where none is. */
  readonly mostSooner: number;
  readonly mostLater: number;
}

export const NO_EFFECT: ChangeEffect = {
  running: 0,
  moved: 0,
  moves: [],
  sooner: 0,
  later: 0,
  overdueAtOnce: 0,
  mostSooner: 0,
  mostLater: 0,
};

/** Of two parts of the cases; which clocks move is not kept. */
export function bothEffects(one: ChangeEffect, other: ChangeEffect): ChangeEffect {
  return {
    running: one.running + other.running,
    moved: one.moved + other.moved,
    moves: [],
    sooner: one.sooner + other.sooner,
    later: one.later + other.later,
    overdueAtOnce: one.overdueAtOnce + other.overdueAtOnce,
    mostSooner: Math.max(one.mostSooner, other.mostSooner),
    mostLater: Math.max(one.mostLater, other.mostLater),
  };
}

/** What a new version of a policy or a calendar would do to the clocks at `now`, before anybody publishes it. */
export function effectOfChange(cases: readonly PlannedCase[], now: Instant): ChangeEffect {
  const pairs = cases.flatMap(({ caseId, events, plan }) => {
    const before = goingOn(readClocks(events, now));
    const after = goingOn(readClocks([...events, { kind: "planned", at: now, plan }], now));
    return [...new Set([...before.keys(), ...after.keys()])].map((key) => ({ caseId, was: before.get(key), is: after.get(key) }));
  });
  const moves = pairs.flatMap(({ caseId, was, is }) => moveOf(caseId, was, is) ?? []);
  const by = moves.flatMap((move) => move.by ?? []);
  return {
    running: pairs.length,
    moved: moves.length,
    moves,
    sooner: by.filter((ms) => ms < 0).length,
    later: by.filter((ms) => ms > 0).length,
    overdueAtOnce: pairs.filter(({ was, is }) => is?.isOverdue === true && was?.isOverdue !== true).length,
    mostSooner: by.reduce((most, ms) => Math.max(most, -ms), 0),
    mostLater: by.reduce((most, ms) => Math.max(most, ms), 0),
  };
}

function goingOn(readings: readonly ClockReading[]): ReadonlyMap<string, ClockReading> {
  return new Map(readings.filter(({ endedAt }) => endedAt === null).map((reading) => [`${reading.clock}/${reading.cycle}`, reading]));
}

function moveOf(caseId: string, was: ClockReading | undefined, is: ClockReading | undefined): ClockMove | null {
  const [before, after] = [was?.due ?? null, is?.due ?? null];
  const one = is ?? was;
  if (before === after || !one) return null;
  const by = before === null || after === null ? null : after - before;
  return { caseId, clock: one.clock, cycle: one.cycle, before, after, by };
}

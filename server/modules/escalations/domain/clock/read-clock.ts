import type { Instant } from "../../../../shared/instant.js";
import { isOpenAt } from "../calendar/working-calendar.js";
import type { CaseEvent } from "./case-event.js";
import type { PauseReason } from "./pause-reason.js";
import type { ClockKind, ClockTarget } from "./clock-plan.js";
import { planAt } from "./plan-spans.js";
import { type ClockRun, reachedAfter, missOf, type Piece, stretchesOf, runsOf } from "./counted-time.js";
import type { Cycle } from "./cycles.js";
import { inOrder, isInside, lengthOf, reachedAt } from "./intervals.js";
import { type Pauses, pausesBy } from "./pauses.js";

/**
 * `running`, `paused`, `closed` (the desk is) go on; `met` in time, `late` after the target, `dropped` without what it waited for, `cancelled`
 * do not. A miss is `missedAt`, in whatever state.
 */
export type ClockState = "running" | "paused" | "closed" | "met" | "late" | "dropped" | "cancelled";

export interface ClockReading {
  readonly clock: ClockKind;
  readonly cycle: number;
  /** Versions in force at its end or now. */
  readonly plan: string;
  readonly calendar: string;
  readonly state: ClockState;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  /** Milliseconds that counted. Elapsed, paused and closed together are the time the case was open in this cycle. */
  readonly elapsed: number;
  readonly target: number;
  /** When the target is or was used up; null while a pause without an end holds, and where it ended before. */
  readonly due: Instant | null;
  /** When the target in force was used up. It stays: neither a late answer nor a new policy takes a miss back. */
  readonly missedAt: Instant | null;
  /** Goes on, beyond the target in force now. */
  readonly isOverdue: boolean;
  /** Open hours that did not count, by reason. */
  readonly paused: readonly { readonly reason: PauseReason; readonly time: number }[];
  readonly closed: number;
  /** The pause that holds now. */
  readonly pause: { readonly reason: PauseReason; readonly until: Instant | null } | null;
}

/** Every cycle of every clock of a case at `now`, by kind, oldest first. Clocks the policy has no target for are left out. */
export function readClocks(events: readonly CaseEvent[], now: Instant): readonly ClockReading[] {
  return runsOf(events, now).flatMap((run) => readRun(run) ?? []);
}

/**
 * When so much of a cycle's time is or will have been used up, if nothing happens; null where it ended before or a pause without an end holds.
 * @param of milliseconds after (before, where negative) the target is used up
 */
export function instantOf(run: ClockRun, of: number): Instant | null {
  const target = planAt(run.spans, run.now)?.targets[run.clock];
  if (!target) return null;
  const running = stretchesOf(run).flatMap((piece) => piece.running);
  const mark = target.within + of;
  return (
    reachedAt(running, mark) ?? (run.cycle.ending === null ? reachedAfter(run.now, mark - lengthOf(running), target, run.pauses) : null)
  );
}

/** One cycle of one clock; null where its policy has no target for it. */
export function readRun(run: ClockRun): ClockReading | null {
  const { clock, cycle, spans, pauses, now } = run;
  const last = cycle.alive.at(-1)!;
  const endedAt = cycle.ending === null ? null : last.end;
  const plan = planAt(spans, endedAt ?? now);
  const target = plan?.targets[clock];
  if (!plan || !target) return null;
  const pieces = stretchesOf(run);
  const running = pieces.flatMap((piece) => piece.running);
  const elapsed = lengthOf(running);
  const missedAt = missOf(pieces);
  const goesOn = endedAt === null;
  const holds = goesOn ? pauseAt(pauses, target, now) : null;
  return {
    clock,
    cycle: cycle.number,
    plan: plan.name,
    calendar: target.calendar.name,
    state: goesOn ? stateAt(holds, target, now) : stateAtEnd(cycle, missedAt),
    startedAt: cycle.alive[0]!.start,
    endedAt,
    elapsed,
    target: target.within,
    due: reachedAt(running, target.within) ?? (goesOn ? reachedAfter(now, target.within - elapsed, target, pauses) : null),
    missedAt,
    isOverdue: goesOn && elapsed >= target.within,
    paused: pausedIn(pieces),
    closed: pieces.reduce((sum, piece) => sum + piece.closed, 0),
    pause: holds,
  };
}

/** Until when the pauses that hold at `now` keep it standing; null where none does, infinite where nobody knows. */
export function standsUntil({ spans, pauses, clock, now }: ClockRun): Instant | null {
  const target = planAt(spans, now)?.targets[clock];
  const stops = inOrder(target ? pausesBy(pauses, target.pausedBy).flatMap(({ during }) => during) : []);
  return stops.find(({ start, end }) => start <= now && now < end)?.end ?? null;
}

function pauseAt(pauses: Pauses, target: ClockTarget, now: Instant): ClockReading["pause"] {
  for (const { reason, during } of pausesBy(pauses, target.pausedBy)) {
    if (!isInside(during, now)) continue;
    const { end } = pauses[reason].find((one) => one.start <= now && now < one.end)!;
    return { reason, until: end === Number.POSITIVE_INFINITY ? null : end };
  }
  return null;
}

function stateAt(pause: ClockReading["pause"], target: ClockTarget, now: Instant): ClockState {
  if (pause !== null) return "paused";
  return isOpenAt(target.calendar, now) ? "running" : "closed";
}

function stateAtEnd({ ending }: Cycle, missedAt: Instant | null): ClockState {
  if (ending === "met") return missedAt === null ? "met" : "late";
  return ending ?? "cancelled";
}

function pausedIn(pieces: readonly Piece[]): ClockReading["paused"] {
  const sums = new Map<PauseReason, number>();
  for (const { reason, time } of pieces.flatMap(({ paused }) => paused)) sums.set(reason, (sums.get(reason) ?? 0) + time);
  return [...sums].filter(([, time]) => time > 0).map(([reason, time]) => ({ reason, time }));
}

import type { Instant } from "../../../../shared/instant.js";
import { openDays } from "../calendar/working-calendar.js";
import { type CaseEvent, inTime } from "./case-event.js";
import type { PauseReason } from "./pause-reason.js";
import { CLOCK_KINDS, type ClockKind, type ClockTarget } from "./clock-plan.js";
import { type PlanSpan, planSpans } from "./plan-spans.js";
import { type Cycle, cyclesOf } from "./cycles.js";
import { cutOut, inBoth, inOrder, type Intervals, lengthOf, reachedAt } from "./intervals.js";
import { type Pauses, pausesBy, pausesOf } from "./pauses.js";

/** One cycle of one clock of a case, with all that its time is counted from. */
export interface ClockRun {
  readonly clock: ClockKind;
  readonly cycle: Cycle;
  readonly spans: readonly PlanSpan[];
  readonly pauses: Pauses;
  readonly now: Instant;
}

/** A stretch of a cycle under one target. */
export interface Piece {
  readonly start: Instant;
  readonly end: Instant;
  readonly target: ClockTarget;
  readonly running: Intervals;
  readonly closed: number;
  readonly paused: readonly { readonly reason: PauseReason; readonly time: number }[];
  /** Whether the target still held at `end`: not where another took its place. */
  readonly heldAtEnd: boolean;
}

/** Every cycle of every clock that the events have started, by kind, oldest first. */
export function runsOf(events: readonly CaseEvent[], now: Instant): readonly ClockRun[] {
  const known = inTime(events, now);
  const spans = planSpans(known);
  const cycles = cyclesOf(known, spans);
  const pauses = pausesOf(known);
  return CLOCK_KINDS.flatMap((clock) => cycles[clock].map((cycle) => ({ clock, cycle, spans, pauses, now })));
}

/** What has run until now, stretch by stretch. */
export function stretchesOf({ clock, cycle, spans, pauses, now }: ClockRun): readonly Piece[] {
  return cycle.alive.flatMap((part) => {
    const end = Math.min(part.end, now);
    return spans.flatMap((span, i) => {
      const target = span.plan.targets[clock];
      // What was waited for before the case had a plan is counted by its first.
      const start = Math.max(part.start, i === 0 ? Number.NEGATIVE_INFINITY : span.start);
      const piece = { start, end: Math.min(end, span.end) };
      return target && piece.start <= piece.end && span.end > part.start
        ? [{ ...piece, target, ...counted(piece, target, pauses), heldAtEnd: span.end > end }]
        : [];
    });
  });
}

function counted(
  piece: { start: Instant; end: Instant },
  target: ClockTarget,
  pauses: Pauses,
): Pick<Piece, "running" | "closed" | "paused"> {
  const open = inOrder([...openDays(target.calendar, piece.start, piece.end)]);
  const stops = pausesBy(pauses, target.pausedBy);
  return {
    running: cutOut(
      open,
      stops.flatMap(({ during }) => during),
    ),
    closed: piece.end - piece.start - lengthOf(open),
    paused: stops.map(({ reason, during }) => ({ reason, time: lengthOf(inBoth(open, during)) })),
  };
}

/** The first instant at which the target in force then was used up. */
export function missOf(pieces: readonly Piece[]): Instant | null {
  let elapsed = 0;
  for (const { start, end, target, running, heldAtEnd } of pieces) {
    // A shorter target that comes later finds it used up already.
    const at = elapsed >= target.within ? start : reachedAt(running, target.within - elapsed);
    if (at !== null && (at < end || heldAtEnd)) return at;
    elapsed += lengthOf(running);
  }
  return null;
}

/** Goes on from `now`, past what is known of pauses and closed hours; null where that never ends. */
export function reachedAfter(now: Instant, remaining: number, target: ClockTarget, pauses: Pauses): Instant | null {
  const stops = inOrder(pausesBy(pauses, target.pausedBy).flatMap(({ during }) => during));
  if (stops.some(({ end }) => end === Number.POSITIVE_INFINITY)) return null;
  let left = remaining;
  for (const open of openDays(target.calendar, now, Number.POSITIVE_INFINITY)) {
    const running = cutOut([open], stops);
    const at = reachedAt(running, left);
    if (at !== null) return at;
    left -= lengthOf(running);
  }
  return null;
}

import type { Instant } from "../../../../shared/instant.js";
import type { OpenTimeline } from "../calendar/open-timeline.js";
import type { EscalationLevel } from "../level/escalation-level.js";
import type { ClockRun } from "./counted-time.js";
import { type ClockReading, instantOf, standsUntil } from "./read-clock.js";

/** Where a clock stands, so that a list and a statement over many need no events. */
export interface Standing {
  /** Of the target: now where it does not count, else when `mark` is reckoned from. Below 0 beyond it. */
  readonly left: number;
  /** Open time of the calendar (of all time, where every hour counts) at which the target is used up; null where it does not count. */
  readonly mark: number | null;
  /** Until when a pause holds that ends by itself. */
  readonly standsUntil: Instant | null;
}

/** @param timeline of the calendar its target counts by; null where every hour counts */
export function standingOf(run: ClockRun, { elapsed, target, endedAt }: ClockReading, timeline: OpenTimeline | null): Standing {
  const left = target - elapsed;
  const until = endedAt === null ? standsUntil(run) : null;
  if (endedAt !== null || until === Number.POSITIVE_INFINITY) return { left, mark: null, standsUntil: null };
  const from = until ?? run.now;
  return { left, mark: markAt(timeline, from) + left, standsUntil: until };
}

/** Milliseconds that have counted, from what is kept. */
export function elapsedIn(
  { left, mark, standsUntil: until }: Standing,
  target: number,
  timeline: OpenTimeline | null,
  now: Instant,
): number {
  if (mark === null) return target - left;
  return target - (mark - markAt(timeline, Math.max(now, until ?? now)));
}

/** Open time that has passed; every hour's own number where every hour counts. */
export function markAt(timeline: OpenTimeline | null, at: Instant): number {
  return timeline === null ? at : timeline.markAt(at);
}

export interface NextLevel {
  /** Milliseconds from the target, below 0 before it. */
  readonly offset: number;
  /** Null while a pause without an end holds. */
  readonly at: Instant | null;
}

/** The level that is reached next of a clock that goes on; null where all are. @param fired ids of its levels in this cycle */
export function nextLevelOf(
  run: ClockRun,
  reading: ClockReading,
  levels: readonly EscalationLevel[],
  fired: ReadonlySet<string>,
): NextLevel | null {
  if (reading.endedAt !== null) return null;
  const offsets = levels
    .filter(({ id, clock, minutes }) => clock === run.clock && !fired.has(id) && reading.target + minutes * 60_000 > 0)
    .map(({ minutes }) => minutes * 60_000);
  if (offsets.length === 0) return null;
  const offset = Math.min(...offsets);
  return { offset, at: instantOf(run, offset) };
}

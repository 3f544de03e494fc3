import type { Instant } from "../../../shared/instant.js";
import type { Interval } from "../../../shared/zone.js";

/** The state of a rule at an instant and how long it is sure to last: it does not change in [at, until). */
export interface Span {
  readonly open: boolean;
  readonly until: Instant;
}

/** A rule as a function of time, everything else being equal. Rules that time does not touch answer `until: Infinity`. */
export type Timeline = (at: Instant) => Span;

const NEVER_CHANGES = Number.POSITIVE_INFINITY;

export const alwaysOpen: Timeline = () => ({ open: true, until: NEVER_CHANGES });
export const alwaysClosed: Timeline = () => ({ open: false, until: NEVER_CHANGES });

/** Closed inside any of the intervals, which may overlap. */
export function closedDuring(intervals: readonly Interval[]): Timeline {
  const inside = during(intervals);
  return (at) => {
    const { open, until } = inside(at);
    return { open: !open, until };
  };
}

/** Open inside any of the intervals, which may overlap. */
export function during(intervals: readonly Interval[]): Timeline {
  const ordered = [...intervals].sort((a, b) => a.start - b.start);
  return (at) => {
    let end = at;
    for (const interval of ordered) if (interval.start <= end && end < interval.end) end = interval.end;
    if (end > at) return { open: true, until: end };
    return { open: false, until: ordered.find((interval) => interval.start > at && interval.end > interval.start)?.start ?? NEVER_CHANGES };
  };
}

/** Open where all are. */
export function allOf(timelines: readonly Timeline[]): Timeline {
  return (at) => {
    const spans = timelines.map((timeline) => timeline(at));
    const closed = spans.filter((span) => !span.open);
    if (closed.length > 0) return { open: false, until: Math.max(...closed.map((span) => span.until)) };
    return { open: true, until: Math.min(NEVER_CHANGES, ...spans.map((span) => span.until)) };
  };
}

/** Open where at least one is. */
export function anyOf(timelines: readonly Timeline[]): Timeline {
  return (at) => {
    const spans = timelines.map((timeline) => timeline(at));
    const open = spans.filter((span) => span.open);
    if (open.length > 0) return { open: true, until: Math.max(...open.map((span) => span.until)) };
    return { open: false, until: Math.min(NEVER_CHANGES, ...spans.map((span) => span.until)) };
  };
}

/** The first instant from `at` on, before `horizon`, at which the timeline is open; `null` if there is none. */
export function nextOpen(timeline: Timeline, at: Instant, horizon: Instant): Instant | null {
  return firstInState(timeline, true, at, horizon);
}

/** The first instant from `at` on, before `horizon`, at which it is closed; `null` if there is none. */
export function nextClosed(timeline: Timeline, at: Instant, horizon: Instant): Instant | null {
  return firstInState(timeline, false, at, horizon);
}

function firstInState(timeline: Timeline, open: boolean, from: Instant, horizon: Instant): Instant | null {
  let at = from;
  while (at < horizon) {
    const span = timeline(at);
    if (span.open === open) return at;
    // A timeline that does not move on is broken; the engine turns the error into "closed".
    if (!(span.until > at)) throw new RangeError("A timeline must advance");
    at = span.until;
  }
  return null;
}

/** Where, besides the ends, at least `count` of the intervals overlap. `count` of 1 merges them. */
export function overlaps(intervals: readonly Interval[], count: number): Interval[] {
  // Also for NaN: a limit nobody can read is no room at all.
  if (!(count > 0)) return [{ start: Number.NEGATIVE_INFINITY, end: NEVER_CHANGES }];
  const edges = intervals
    .filter(({ start, end }) => start < end)
    .flatMap(({ start, end }) => [
      { at: start, step: 1 },
      { at: end, step: -1 },
    ])
    // Half-open: what ends at an instant is over before what starts at it begins. Infinities subtract to NaN, so compare.
    .sort((a, b) => (a.at === b.at ? a.step - b.step : a.at < b.at ? -1 : 1));
  const found: Interval[] = [];
  let depth = 0;
  let start = 0;
  for (const edge of edges) {
    const before = depth;
    depth += edge.step;
    if (before < count && depth >= count) start = edge.at;
    if (before >= count && depth < count) found.push({ start, end: edge.at });
  }
  return found;
}

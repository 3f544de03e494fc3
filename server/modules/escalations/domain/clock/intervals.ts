import type { Instant } from "../../../../shared/instant.js";
import type { Interval } from "../../../../shared/zone.js";

/** Half-open intervals in order of time, none empty, none touching another. What this file returns is one; what it takes may be any list. */
export type Intervals = readonly Interval[];

export function inOrder(intervals: Intervals): Intervals {
  const found: { start: Instant; end: Instant }[] = [];
  for (const { start, end } of intervals.filter((one) => one.start < one.end).toSorted((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

/** What lies in both. */
export function inBoth(one: Intervals, other: Intervals): Intervals {
  const [a, b] = [inOrder(one), inOrder(other)];
  const found: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const start = Math.max(a[i]!.start, b[j]!.start);
    const end = Math.min(a[i]!.end, b[j]!.end);
    if (start < end) found.push({ start, end });
    if (a[i]!.end < b[j]!.end) i++;
    else j++;
  }
  return found;
}

/** What lies in the first and in none of the others. */
export function cutOut(from: Intervals, holes: Intervals): Intervals {
  const found: Interval[] = [];
  const closed = inOrder(holes);
  for (const { start, end } of inOrder(from)) {
    let at = start;
    for (const hole of closed) {
      if (hole.end <= at || hole.start >= end) continue;
      if (hole.start > at) found.push({ start: at, end: hole.start });
      at = hole.end;
    }
    if (at < end) found.push({ start: at, end });
  }
  return found;
}

/** Milliseconds inside them; infinite where one has no end. */
export function lengthOf(intervals: Intervals): number {
  return inOrder(intervals).reduce((sum, { start, end }) => sum + end - start, 0);
}

/**
 * The first instant by which so many milliseconds have passed inside them; `null` where they do not hold as many. It may be the end of one: what
 * is used up when the desk closes is used up then, not on the next morning.
 */
export function reachedAt(intervals: Intervals, milliseconds: number): Instant | null {
  let left = milliseconds;
  for (const { start, end } of inOrder(intervals)) {
    if (end - start >= left) return start + Math.max(0, left);
    left -= end - start;
  }
  return null;
}

export function isInside(intervals: Intervals, at: Instant): boolean {
  return intervals.some(({ start, end }) => start <= at && at < end);
}

import { type CalendarDate, fromEpochDay, toEpochDay } from "./calendar.js";
import { DAY, HOUR, MINUTE, type Instant } from "./instant.js";
import { segmentAt, type ZoneTable, zoneTable } from "./zone-table.js";

export { isKnownZone } from "./zone-table.js";

/** Half-open: `start` belongs to it, `end` does not. Either may be infinite. */
export interface Interval {
  readonly start: Instant;
  readonly end: Instant;
}

/** What the wall shows: the calendar on it and the clock on it. */
export interface LocalParts {
  readonly date: CalendarDate;
  /** 0–1439; the minute that has begun. */
  readonly minuteOfDay: number;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
}

/** @throws RangeError for an unknown zone or an instant outside the range of Date */
export function localParts(zone: string, at: Instant): LocalParts {
  const local = at + offsetAt(zone, at);
  const day = Math.floor(local / DAY);
  return {
    date: dateText(day),
    minuteOfDay: Math.floor((local - day * DAY) / MINUTE),
    weekday: ((((day + 3) % 7) + 7) % 7) + 1,
  };
}

/** @throws RangeError for an unknown zone or an instant outside the range of Date */
export function localDate(zone: string, at: Instant): CalendarDate {
  return dateText(Math.floor((at + offsetAt(zone, at)) / DAY));
}

/** Milliseconds to add to UTC to get the wall clock of `zone` at `at`. */
export function offsetAt(zone: string, at: Instant): number {
  const table = zoneTable(zone);
  return table.offsets[segmentAt(table, at)]!;
}

/**
 * The UTC interval in which the wall clock of `zone` stands inside [`fromMinute`, `toMinute`) on `date`, minutes of the day 0–1440.
 *
 * Where the clock is set back a boundary happens twice: the window then opens at the later and closes at the earlier one, so that it is
 * open only where it would be open under both readings. Where the clock jumps over a boundary, the boundary is the jump.
 * `null` when nothing is left.
 */
export function windowInterval(zone: string, date: CalendarDate, fromMinute: number, toMinute: number): Interval | null {
  const table = zoneTable(zone);
  const midnight = toEpochDay(date) * DAY;
  const start = occurrences(table, midnight + fromMinute * MINUTE).last;
  const end = occurrences(table, midnight + toMinute * MINUTE).first;
  return start < end ? { start, end } : null;
}

/**
 * Every instant at which the wall clock of `zone` shows `date` and a minute in [`fromMinute`, `toMinute`): where the clock is set back, both times
 * the hour is shown; where it jumps, what is left; nothing on a date that the zone left out. Unlike `windowInterval`, which closes what is not
 * open under every reading, a day and its neighbour leave no instant between them.
 */
export function shownIntervals(zone: string, date: CalendarDate, fromMinute: number, toMinute: number): readonly Interval[] {
  const table = zoneTable(zone);
  const midnight = toEpochDay(date) * DAY;
  const [from, to] = [midnight + fromMinute * MINUTE, midnight + toMinute * MINUTE];
  const found: Interval[] = [];
  for (let i = segmentAt(table, from - 26 * HOUR); i <= segmentAt(table, to + 26 * HOUR); i++) {
    const start = Math.max(from - table.offsets[i]!, table.starts[i]!);
    const end = Math.min(to - table.offsets[i]!, table.starts[i + 1] ?? Number.POSITIVE_INFINITY);
    const last = found.at(-1);
    if (start >= end) continue;
    if (last?.end === start) found[found.length - 1] = { start: last.start, end };
    else found.push({ start, end });
  }
  return found;
}

/** The widest reading of a local date: from its first midnight to the last midnight that ends it. For what is closed on that date. */
export function wholeDay(zone: string, date: CalendarDate): Interval {
  return wholeDays(zone, date, 1);
}

/** As `wholeDay`, over `days` dates beginning with `date`. */
export function wholeDays(zone: string, date: CalendarDate, days: number): Interval {
  const table = zoneTable(zone);
  const midnight = toEpochDay(date) * DAY;
  return { start: occurrences(table, midnight).first, end: occurrences(table, midnight + days * DAY).last };
}

/** Writing a date costs more than finding it, and all questions are about the same few thousand days. */
const dateTexts = new Map<number, CalendarDate>();
const LAST_CACHED_DAY = 40_000;

function dateText(day: number): CalendarDate {
  let text = dateTexts.get(day);
  if (text === undefined) {
    text = fromEpochDay(day);
    if (day >= 0 && day <= LAST_CACHED_DAY) dateTexts.set(day, text);
  }
  return text;
}

/** The instants at which the wall clock shows `local` (wall time written as if it were UTC); inside a gap, the jump itself. */
function occurrences(table: ZoneTable, local: number): { first: Instant; last: Instant } {
  const { starts, offsets } = table;
  // No offset exceeds a day either way, so the answer lies in the segments met within a day of the naive reading.
  const from = segmentAt(table, local - 26 * HOUR);
  const to = segmentAt(table, local + 26 * HOUR);
  let first: Instant | undefined;
  let last: Instant | undefined;
  for (let i = from; i <= to; i++) {
    const at = local - offsets[i]!;
    const next = starts[i + 1];
    if (at < starts[i]! || (next !== undefined && at >= next)) continue;
    first ??= at;
    last = at;
  }
  if (first !== undefined && last !== undefined) return { first, last };
  for (let i = from + 1; i <= to; i++) {
    const jump = starts[i]!;
    if (local - offsets[i - 1]! >= jump && local - offsets[i]! < jump) return { first: jump, last: jump };
  }
  throw new RangeError("Instant outside the zone table");
}

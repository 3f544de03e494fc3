import { DAY, type Instant } from "./instant.js";

/** Before this instant a zone keeps its first known offset, after the end its last: debts older or younger than that do not exist here. */
export const ZONE_TABLE_START: Instant = Date.UTC(1970, 0, 1);
export const ZONE_TABLE_END: Instant = Date.UTC(2060, 0, 1);

/** Shorter than any two changes of one zone since 1970 are apart, so that a pair that cancels out is not stepped over. */
const STEP = 4 * DAY;

/**
 * UTC offsets of one zone: `offsets[i]` (ms, local = UTC + offset) holds from `starts[i]` until `starts[i + 1]`.
 * `starts[0]` is −Infinity. A table costs some 20 ms once and answers tens of millions of look-ups a second; `Intl` answers 0.25 million.
 */
export interface ZoneTable {
  readonly starts: readonly Instant[];
  readonly offsets: readonly number[];
}

const tables = new Map<string, ZoneTable>();

/** An IANA name of a place, or UTC. Bare offsets and abbreviations (`+05:00`, `EST`) are refused: they follow no government's changes. */
export function isKnownZone(zone: string): boolean {
  if (typeof zone !== "string") return false;
  if (tables.has(zone)) return true;
  if (zone !== "UTC" && !/^[A-Z][A-Za-z_]+(\/[A-Za-z0-9_+-]+)+$/.test(zone)) return false;
  try {
    formatterFor(zone);
    return true;
  } catch {
    return false;
  }
}

/** @throws RangeError for a zone the runtime does not know; ask `isKnownZone` first when the name comes from outside */
export function zoneTable(zone: string): ZoneTable {
  let table = tables.get(zone);
  if (!table) {
    if (!isKnownZone(zone)) throw new RangeError("Unknown time zone");
    table = buildTable(zone);
    tables.set(zone, table);
  }
  return table;
}

/** Index of the offset in force at `at`. */
export function segmentAt(table: ZoneTable, at: Instant): number {
  const { starts } = table;
  let low = 0;
  let high = starts.length - 1;
  // Nearly every question is about now or soon, the late end of the table, but far from its last entry: halving beats a guess.
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function buildTable(zone: string): ZoneTable {
  const offsetOf = offsetReader(zone);
  const starts: Instant[] = [Number.NEGATIVE_INFINITY];
  const offsets: number[] = [offsetOf(ZONE_TABLE_START)];
  let before = ZONE_TABLE_START;
  let offset = offsets[0]!;
  while (before < ZONE_TABLE_END) {
    const after = before + STEP;
    // Usually nothing changed. Else find the first change and go on from there: there may be a second one inside the step.
    if (offsetOf(after) === offset) {
      before = after;
      continue;
    }
    const change = firstInstantOf(offsetOf, offset, before, after);
    offset = offsetOf(change);
    starts.push(change);
    offsets.push(offset);
    before = change;
  }
  return { starts, offsets };
}

/** Bisects (low, high] for the first instant whose offset differs from `offset`, to the second: no zone changes between seconds. */
function firstInstantOf(offsetOf: (at: Instant) => number, offset: number, low: Instant, high: Instant): Instant {
  let unchanged = low / 1000;
  let changed = high / 1000;
  while (changed - unchanged > 1) {
    const middle = Math.floor((unchanged + changed) / 2);
    if (offsetOf(middle * 1000) === offset) unchanged = middle;
    else changed = middle;
  }
  return changed * 1000;
}

function formatterFor(zone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
}

/** Reads the offset at whole seconds from 1970 on. */
function offsetReader(zone: string): (at: Instant) => number {
  const formatter = formatterFor(zone);
  return (at) => {
    const [month, day, year, hour, minute, second] = formatter.format(at).match(/\d+/g)!.map(Number);
    return Date.UTC(year!, month! - 1, day, hour, minute, second) - at;
  };
}

// The day line of a cadence: near the due date a day is wide, far from it narrow, so that reminders two days apart and notices a month
// apart can be read on one line. Pure: fractions of the line in, fractions out.

/** Days that may carry a label, the most telling first. */
const LABELS = [30, 90, 60, 15, 180, 360, 120, 7, -30, -15, -7, -60, 45, 3, -3] as const;
/** First day of each age band after the one before the due date. */
const BANDS = [
  { stage: "pre_due", from: Number.NEGATIVE_INFINITY, to: 0 },
  { stage: "d1_30", from: 0, to: 30.5 },
  { stage: "d31_90", from: 30.5, to: 90.5 },
  { stage: "d91_plus", from: 90.5, to: Number.POSITIVE_INFINITY },
] as const;

export interface DayAxis {
  readonly min: number;
  readonly max: number;
  /** Place of a day, 0 at the start of the line and 1 at its end. */
  at(day: number): number;
  /** The whole day nearest to a place. */
  dayAt(place: number): number;
}

/** A line that holds every day given, the due date, and some room on both sides. */
export function dayAxis(days: readonly number[]): DayAxis {
  const sizes = days.map(Math.abs).sort((a, b) => a - b);
  const soft = Math.max(6, (sizes[Math.floor(sizes.length / 2)] ?? 0) / 2);
  const low = Math.min(0, ...days);
  const high = Math.max(0, ...days);
  const span = Math.max(10, high - low);
  const min = Math.floor(low - Math.max(3, Math.min(30, span * 0.08)));
  const max = Math.ceil(high + Math.max(3, Math.min(30, span * 0.12)));
  const bend = (day: number) => Math.asinh(day / soft);
  const start = bend(min);
  const width = bend(max) - start;
  return {
    min,
    max,
    at: (day) => (bend(Math.min(max, Math.max(min, day))) - start) / width,
    dayAt: (place) => Math.round(Math.sinh(start + Math.min(1, Math.max(0, place)) * width) * soft),
  };
}

/** Labelled days of a line of so many pixels: as many as fit, never on the due date's own label. */
export function ticksOf(axis: DayAxis, pixels: number, room = 34): number[] {
  const taken = [0];
  const far = (day: number) => taken.every((other) => Math.abs(axis.at(other) - axis.at(day)) * pixels >= room);
  for (const day of LABELS) {
    if (day > axis.min && day < axis.max && far(day)) taken.push(day);
  }
  return taken.slice(1).sort((a, b) => a - b);
}

/** The age bands the line crosses, as parts of it. */
export function bandsOf(axis: DayAxis): { stage: (typeof BANDS)[number]["stage"]; from: number; to: number }[] {
  return BANDS.filter(({ from, to }) => to > axis.min && from < axis.max).map(({ stage, from, to }) => ({
    stage,
    from: axis.at(from),
    to: axis.at(to),
  }));
}

/** Places in pixels for marks of one width, in the order given: close ones are moved apart, none leaves the line. */
export function spread(places: readonly number[], pixels: number, size: number): number[] {
  const gap = Math.min(size, pixels / Math.max(1, places.length));
  const found = places.map((place) => place * pixels);
  for (let index = 1; index < found.length; index++) found[index] = Math.max(found[index]!, found[index - 1]! + gap);
  let limit = pixels;
  for (let index = found.length - 1; index >= 0; index--) {
    found[index] = Math.min(found[index]!, limit);
    limit = found[index]! - gap;
  }
  return found;
}

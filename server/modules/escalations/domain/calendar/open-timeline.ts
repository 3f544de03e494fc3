import type { Instant } from "../../../../shared/instant.js";
import type { Interval } from "../../../../shared/zone.js";
import { openDays, type WorkingCalendar } from "./working-calendar.js";

/** A stretch of open time, and how much of it lies before. */
export interface OpenStretch extends Interval {
  readonly mark: number;
}

/**
 * The open time of a calendar on one line, counted from an origin: what of it has passed at an instant (its mark), and when a mark is reached.
 * Two instants differ by the open time between them, so that a change of calendar moves all clocks that run by the same amount.
 */
export class OpenTimeline {
  private readonly found: OpenStretch[] = [];
  private readonly days: Generator<Interval>;
  private ended = false;

  constructor(calendar: WorkingCalendar, origin: Instant) {
    this.days = openDays(calendar, origin, Number.POSITIVE_INFINITY);
  }

  /** Open milliseconds from the origin; 0 before it. */
  markAt(at: Instant): number {
    const stretch = this.last((one) => one.start <= at, at);
    return stretch ? stretch.mark + Math.min(at, stretch.end) - stretch.start : 0;
  }

  /** The first instant by which so much has passed; null where the calendar never opens for so long. What is used up at closing time is used up then. */
  instantOf(mark: number): Instant | null {
    while (this.end < mark && this.pull());
    const stretch = this.foundBy((one) => one.mark < mark);
    return stretch && mark <= markAtEnd(stretch) ? stretch.start + mark - stretch.mark : null;
  }

  /** All stretches that begin before `to`. */
  until(to: Instant): readonly OpenStretch[] {
    while ((this.found.at(-1)?.start ?? to - 1) < to && this.pull());
    return this.found.filter(({ start }) => start < to);
  }

  private last(holds: (one: OpenStretch) => boolean, at: Instant): OpenStretch | null {
    while ((this.found.at(-1)?.end ?? at - 1) < at && this.pull());
    return this.foundBy(holds);
  }

  private get end(): number {
    const last = this.found.at(-1);
    return last ? markAtEnd(last) : 0;
  }

  private pull(): boolean {
    if (this.ended) return false;
    const next = this.days.next();
    if (next.done === true) {
      this.ended = true;
      return false;
    }
    // Where the wall's midnight comes twice, two dates share an hour: it is open once.
    const start = Math.max(next.value.start, this.found.at(-1)?.end ?? next.value.start);
    if (start < next.value.end) this.found.push({ start, end: next.value.end, mark: this.end });
    return true;
  }

  /** The last for which it holds; it holds for the first ones and for none after them. */
  private foundBy(holds: (one: OpenStretch) => boolean): OpenStretch | null {
    let [low, high] = [0, this.found.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (holds(this.found[middle]!)) low = middle + 1;
      else high = middle;
    }
    return this.found[low - 1] ?? null;
  }
}

function markAtEnd({ mark, start, end }: OpenStretch): number {
  return mark + end - start;
}

import type { CalendarDate } from "../../../../../shared/calendar.js";
import type { Instant } from "../../../../../shared/instant.js";
import type { Currency } from "../../../../../shared/money.js";

/** What a debt was from one instant to the next, as far as cohorts look at it; null: it still is so. */
export interface PlacedSpan {
  readonly from: Instant;
  readonly to: Instant | null;
  readonly currency: Currency;
  readonly placedOn: CalendarDate;
  readonly placedMinor: number;
  /** What an undone import had placed never was. */
  readonly undone: boolean;
}

/** Money that lies on a debt. */
export interface BroughtMoney {
  /** Days since placement; what was there before counts on the day itself. */
  readonly day: number;
  readonly minor: number;
  readonly recorded: Instant;
  /** When it was written down that the payment was taken back: from then on it never came. */
  readonly takenBack: Instant | null;
}

export interface CohortFacts {
  readonly spans: readonly PlacedSpan[];
  /** By day, and of a day in the order of the records. */
  readonly money: readonly BroughtMoney[];
}

/** What a debt brought on a day after its placement; of each debt no more counts than was placed. */
export interface Brought {
  readonly currency: Currency;
  readonly placedOn: CalendarDate;
  readonly day: number;
  readonly minor: number;
}

/** What is known at an instant of what a debt brought, day by day. */
export function broughtAt({ spans, money }: CohortFacts, at: Instant): Brought[] {
  const span = spans.find(({ from, to }) => from <= at && (to === null || at < to));
  if (!span || span.undone || span.placedMinor <= 0) return [];
  const { currency, placedOn, placedMinor: most } = span;
  let soFar = 0;
  const days = new Map<number, number>();
  for (const { day, minor, recorded, takenBack } of money) {
    if (recorded > at || (takenBack !== null && takenBack <= at)) continue;
    const before = Math.min(soFar, most);
    soFar += minor;
    days.set(day, (days.get(day) ?? 0) + Math.min(soFar, most) - before);
  }
  return [...days].flatMap(([day, minor]) => (minor === 0 ? [] : [{ currency, placedOn, day, minor }]));
}

/** The instants at which what is known of it can become another, in order. */
export function instantsOf({ spans, money }: CohortFacts): Instant[] {
  const instants = [
    ...spans.flatMap(({ from, to }) => [from, to]),
    ...money.flatMap(({ recorded, takenBack }) => [recorded, takenBack]),
  ].filter((at) => at !== null);
  return [...new Set(instants)].toSorted((a, b) => a - b);
}

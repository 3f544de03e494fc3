import type { Instant } from "../../../../shared/instant.js";
import { MINUTE } from "../../../../shared/instant.js";
import type { Money } from "../../../../shared/money.js";

/** Where a case stands in the queue, most urgent first. `paused`: snoozed, or its clock waits for somebody else. */
export const QUEUE_GROUPS = ["late", "soon", "today", "later", "paused"] as const;
export type QueueGroup = (typeof QUEUE_GROUPS)[number];

/** "Within 30 min" of the page. */
const SOON = 30 * MINUTE;

/** What the order of a case hangs on. */
export interface QueuePlace {
  readonly id: number;
  /** When its next clock is used up; null while none runs. */
  readonly due: Instant | null;
  readonly paused: boolean;
  readonly since: Instant;
  /** One amount a currency; nothing where nothing is owed or nobody knows whose case it is. */
  readonly atRisk: readonly Money[];
}

export interface Placed<Case extends QueuePlace> {
  readonly place: Case;
  readonly group: QueueGroup;
  /** 0 for the largest tenth of its currency among the open cases, 10 where nothing is at risk. */
  readonly tier: number;
}

/**
 * Ordered by what expires first, to the minute, and within the minute by the amount at risk, each currency by its own tenths: amounts of different
 * currencies are never compared. A case without a clock stands behind those with one, the longest waiting first.
 * @param endOfDay where the account's day ends
 */
export function inQueueOrder<Case extends QueuePlace>(cases: readonly Case[], now: Instant, endOfDay: Instant): readonly Placed<Case>[] {
  const tierOf = tiers(cases.flatMap(({ atRisk }) => atRisk));
  return cases
    .map((place) => ({ place, group: groupOf(place, now, endOfDay), tier: Math.min(10, ...place.atRisk.map(tierOf)) }))
    .toSorted(
      (a, b) =>
        QUEUE_GROUPS.indexOf(a.group) - QUEUE_GROUPS.indexOf(b.group) ||
        minuteOf(a.place.due) - minuteOf(b.place.due) ||
        a.tier - b.tier ||
        a.place.since - b.place.since ||
        a.place.id - b.place.id,
    );
}

function groupOf({ due, paused }: QueuePlace, now: Instant, endOfDay: Instant): QueueGroup {
  if (paused) return "paused";
  if (due === null) return "later";
  if (due <= now) return "late";
  if (due <= now + SOON) return "soon";
  return due < endOfDay ? "today" : "later";
}

function minuteOf(due: Instant | null): number {
  return due === null ? Number.MAX_SAFE_INTEGER : Math.floor(due / MINUTE);
}

/** In which tenth of its currency an amount is. */
function tiers(amounts: readonly Money[]): (amount: Money) => number {
  const sorted = new Map(
    [...Map.groupBy(amounts, ({ currency }) => currency)].map(([currency, of]) => [
      currency,
      of.map(({ minor }) => minor).toSorted((a, b) => b - a),
    ]),
  );
  return ({ minor, currency }) => {
    const all = sorted.get(currency) ?? [];
    const before = firstBelow(all, minor);
    return minor <= 0 || all.length === 0 ? 10 : Math.min(9, Math.floor((10 * before) / all.length));
  };
}

/** How many of the falling row are above the value, by halves. */
function firstBelow(falling: readonly number[], value: number): number {
  let low = 0;
  let high = falling.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (falling[middle]! > value) low = middle + 1;
    else high = middle;
  }
  return low;
}

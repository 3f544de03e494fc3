import type { CalendarDate } from "../../../../../shared/calendar.js";
import type { Instant } from "../../../../../shared/instant.js";
import type { Currency } from "../../../../../shared/money.js";
import type { Measure } from "../../../metrics/domain/measure.js";
import { type AccountDay, accountDay, startOfHour } from "../../domain/account-day.js";

export type Grain = "day" | "hour";

/** Measures of which a period has the sum of its days. */
export const TALLIED_MONEY = ["cash.net", "cash.recovered", "cash.excess", "cash.days"] as const satisfies readonly Measure[];
export const TALLIED_CONTACTS = [
  "attempts.made",
  "attempts.delivered",
  "attempts.read",
  "attempts.failed",
  "attempts.answered",
  "attempts.denied",
] as const satisfies readonly Measure[];
export type TalliedMeasure = (typeof TALLIED_MONEY)[number] | (typeof TALLIED_CONTACTS)[number];

/** Something that counts for a day since it was written down. */
export interface DayTally {
  readonly measure: TalliedMeasure;
  /** Empty for what is no amount. */
  readonly currency: Currency;
  readonly day: CalendarDate;
  readonly recordedAt: Instant;
  readonly total: number;
}

export interface TallySum extends Omit<DayTally, "recordedAt"> {
  readonly grain: Grain;
  readonly recordedFrom: Instant;
}

/** One sum for all that share measure, currency, day, and the day or hour in which it was written down; none that comes to nothing. */
export function talliesAdded(zone: string, tallies: readonly DayTally[]): TallySum[] {
  const sums = new Map<string, TallySum>();
  let written: AccountDay | null = null;
  for (const { measure, currency, day, recordedAt, total } of tallies) {
    // Most of a batch was written down on one day, and to look into the zone for each costs more than all the rest.
    if (!written || recordedAt < written.start || recordedAt >= written.end) written = accountDay(zone, recordedAt);
    const grains = { day: written.start, hour: startOfHour(written, recordedAt) } as const;
    for (const grain of ["day", "hour"] as const) {
      const key = keyOfTally({ grain, measure, currency, day, recordedFrom: grains[grain] });
      const earlier = sums.get(key)?.total ?? 0;
      sums.set(key, { grain, measure, currency, day, recordedFrom: grains[grain], total: earlier + total });
    }
  }
  return [...sums.values()].filter(({ total }) => total !== 0);
}

export function keyOfTally({ grain, measure, currency, day, recordedFrom }: Omit<TallySum, "total">): string {
  return [grain, measure, currency, day, recordedFrom].join(" ");
}

import { addDays, isoWeekday } from "../../../../shared/calendar.js";
import { DAY, type Instant } from "../../../../shared/instant.js";
import { type Interval, localDate, wholeDay, wholeDays } from "../../../../shared/zone.js";
import type { AttemptFact } from "../facts.js";
import type { Period } from "../pack.js";
import type { Channel } from "../vocabulary.js";

/** A period read as one rule; `week` reads as two. */
export type PeriodReading = Exclude<Period, "week">;

/** Where a law just says "week", both readings of it must have room: the stricter one then decides by itself. */
export function readingsOf(period: Period): readonly PeriodReading[] {
  return period === "week" ? ["calendar_week", "rolling_7d"] : [period];
}

/**
 * The instants at which an attempt made at `at` is remembered. Rolling periods remember backwards without end: an attempt dated after `now`
 * (a clock that runs ahead) then counts already.
 */
export function rememberedDuring(reading: PeriodReading, at: Instant, zone: string): Interval {
  if (!Number.isFinite(at)) return { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };
  switch (reading) {
    case "calendar_day":
      return wholeDay(zone, localDate(zone, at));
    case "calendar_week": {
      const date = localDate(zone, at);
      return wholeDays(zone, addDays(date, 1 - isoWeekday(date)), 7);
    }
    case "rolling_7d":
      return { start: Number.NEGATIVE_INFINITY, end: at + 7 * DAY };
    case "rolling_7d_by_date":
      return quietFor(7, at, zone);
  }
}

/** From an attempt until the end of the `days`-th date, its own being the first. */
export function quietFor(days: number, at: Instant, zone: string): Interval {
  if (!Number.isFinite(at)) return { start: Number.NEGATIVE_INFINITY, end: Number.POSITIVE_INFINITY };
  return { start: Number.NEGATIVE_INFINITY, end: wholeDays(zone, localDate(zone, at), days).end };
}

export interface Selection {
  readonly channels: readonly Channel[] | undefined;
  /** Only attempts that reached the debtor, or may have. */
  readonly lenient: boolean;
  /** Only attempts about this debt, or about nobody knows which. */
  readonly debtId: string | null;
}

/** The attempts a rule counts. */
export function counted(attempts: readonly AttemptFact[], { channels, lenient, debtId }: Selection): AttemptFact[] {
  return attempts.filter(
    (attempt) =>
      attempt.counts &&
      (!channels || channels.includes(attempt.channel)) &&
      (!lenient || attempt.reached !== false) &&
      (debtId === null || attempt.debtIds.length === 0 || attempt.debtIds.includes(debtId)),
  );
}

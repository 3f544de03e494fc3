import { addDays, type CalendarDate, monthStart } from "../../../../../shared/calendar.js";
import type { Instant } from "../../../../../shared/instant.js";
import type { ReportingPeriod } from "../../../metrics/domain/period.js";
import { accountDay, startOfDay, startOfHour } from "../../domain/account-day.js";
import type { Grain, WholePeriod } from "./day-tally.js";

/** Sums that are added whole: of one grain, for these days, written down in this time; all half-open. */
export interface TallyCut {
  readonly grain: Grain;
  readonly from: CalendarDate;
  readonly before: CalendarDate;
  readonly recordedFrom: Instant;
  readonly recordedBefore: Instant;
}

export interface TallyCuts {
  readonly cuts: readonly TallyCut[];
  /** What was written down from here on is in none of them. */
  readonly since: Instant;
}

/**
 * Which sums together are a period as it was known at the last full hour before an instant: whole months and the days around them, each by
 * the whole months, days and hours in which it was written down. No sum is in two of them.
 * @param kept the period is one of these, as far as it has come, and is asked for as a whole: what does not add up over days
 */
export function tallyCuts({ zone, start, end }: ReportingPeriod, asOf: Instant, kept: WholePeriod | null = null): TallyCuts {
  const today = accountDay(zone, asOf);
  const since = startOfHour(today, asOf);
  const thisMonth = startOfDay(zone, monthStart(today.day));
  const [first, last] = [monthStart(start) === start ? start : monthStart(start, 1), monthStart(end)];
  const cut = (grain: Grain, from: CalendarDate, before: CalendarDate, recordedFrom: Instant, recordedBefore: Instant) => ({
    grain,
    from,
    before,
    recordedFrom,
    recordedBefore,
  });
  const days = (from: CalendarDate, before: CalendarDate) => [
    cut("day.day", from, before, 0, today.start),
    cut("day.hour", from, before, today.start, since),
  ];
  const whole = (kind: WholePeriod, from: CalendarDate, before: CalendarDate) => [
    cut(`${kind}.month`, from, before, 0, thisMonth),
    cut(`${kind}.day`, from, before, thisMonth, today.start),
    cut(`${kind}.hour`, from, before, today.start, since),
  ];
  const byDays = () => (first < last ? [...days(start, first), ...whole("month", first, last), ...days(last, end)] : days(start, end));
  const cuts = kept === null ? byDays() : whole(kept, start, kept === "cohort" ? end : addDays(start, 1));
  return { cuts: cuts.filter((one) => one.from < one.before && one.recordedFrom < one.recordedBefore), since };
}

import { type CalendarDate, monthStart } from "../../../../../shared/calendar.js";
import type { Instant } from "../../../../../shared/instant.js";
import type { Currency } from "../../../../../shared/money.js";
import type { Measure } from "../../../metrics/domain/measure.js";
import type { StandardPeriod } from "./standard-period.js";
import { accountDay, startOfDay, startOfHour } from "../../domain/account-day.js";

/** Of what a sum is: the days it counts for, and in what part of time it was written down. */
export type Grain = `${"day" | WholePeriod}.${"hour" | "day" | "month"}`;
/** What is kept for a period as a whole and is no sum of its days; the days of a `cohort` are those since the placement of what was placed in a month. */
export type WholePeriod = StandardPeriod | "cohort";

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
/** What was overdue already when it came into collection, by the day of that; what falls overdue is in the closings. */
export const TALLIED_DEBTS = ["balance.newly_overdue"] as const satisfies readonly Measure[];
/** Debts by the day of placement, what was placed, and what they brought by so many days after that. */
export const TALLIED_PLACEMENTS = ["cohort.debts", "cohort.placed", "cohort.by_30", "cohort.by_60", "cohort.by_90"] as const;
/** What is counted under a name that others give: attempts that a rule forbade or moved, what the debts placed in a month brought. */
export const TALLIED_NAMES = ["attempts.dropped", "attempts.moved", "cohort.brought"] as const;
export type TalliedName = `${(typeof TALLIED_NAMES)[number]} ${string}`;
/** Different people, who do not add up over days: kept for whole standard periods alone. */
export const TALLIED_PEOPLE = [
  "debtors.attempted",
  "debtors.delivered",
  "debtors.read",
  "debtors.answering",
  "debtors.agreed",
  "debtors.paid",
  "debtors.agreed_at_all",
  "debtors.paid_at_all",
  "debtors.kept_back",
] as const;
export type TalliedPeople = (typeof TALLIED_PEOPLE)[number];
export type TalliedMeasure =
  | (typeof TALLIED_MONEY | typeof TALLIED_CONTACTS | typeof TALLIED_DEBTS | typeof TALLIED_PEOPLE | typeof TALLIED_PLACEMENTS)[number]
  | TalliedName;

/** Something that counts for a day since it was written down. */
export interface DayTally {
  readonly measure: TalliedMeasure;
  /** Empty for what is no amount. */
  readonly currency: Currency;
  readonly day: CalendarDate;
  /** The period that begins with `day` and for which alone it counts; without one it counts for the day and whatever is made of days. */
  readonly period?: WholePeriod;
  readonly recordedAt: Instant;
  readonly total: number;
}

export interface TallySum extends Omit<DayTally, "recordedAt" | "period"> {
  readonly grain: Grain;
  readonly recordedFrom: Instant;
}

/** The parts of time in which something was written down, each by its start. */
interface Written {
  readonly month: Instant;
  readonly day: Instant;
  /** The next midnight. */
  readonly end: Instant;
}

/**
 * One sum for all that share measure, currency, what they count for, and the part of time in which they were written down; none that comes to
 * nothing. First by hours, of which a batch has few, then those by days and months.
 */
export function talliesAdded(zone: string, tallies: readonly DayTally[]): TallySum[] {
  const hours = new Map<string, TallySum & { readonly period: WholePeriod | undefined; readonly written: Written }>();
  let written: Written | null = null;
  for (const { measure, currency, day, period, recordedAt, total } of tallies) {
    // Most of a batch was written down on one day, and to look into the zone for each costs more than all the rest.
    if (!written || recordedAt < written.day || recordedAt >= written.end) written = writtenIn(zone, recordedAt);
    const recordedFrom = startOfHour({ start: written.day }, recordedAt);
    const grain: Grain = `${period ?? "day"}.hour`;
    const key = `${grain} ${measure} ${currency} ${day} ${recordedFrom}`;
    const earlier = hours.get(key)?.total ?? 0;
    hours.set(key, { grain, measure, currency, day, period, recordedFrom, total: earlier + total, written });
  }
  const sums = new Map<string, TallySum>();
  for (const { written: in_, period, ...hour } of hours.values()) {
    for (const sum of period === undefined ? coarserOfDay(hour, in_) : coarserOfPeriod(hour, period, in_)) {
      const key = `${sum.grain} ${sum.measure} ${sum.currency} ${sum.day} ${sum.recordedFrom}`;
      sums.set(key, { ...sum, total: sum.total + (sums.get(key)?.total ?? 0) });
    }
  }
  return [...sums.values()].filter(({ total }) => total !== 0);
}

function coarserOfDay(hour: TallySum, written: Written): TallySum[] {
  const days = { ...hour, grain: "day.day", recordedFrom: written.day } as const;
  const inMonth = { ...hour, grain: "month.hour", day: monthStart(hour.day) } as const;
  return [hour, days, inMonth, ...byDaysAndMonths(inMonth, "month", written)];
}

function coarserOfPeriod(hour: TallySum, period: WholePeriod, written: Written): TallySum[] {
  return [hour, ...byDaysAndMonths(hour, period, written)];
}

function byDaysAndMonths(hour: TallySum, period: WholePeriod, written: Written): TallySum[] {
  return [
    { ...hour, grain: `${period}.day`, recordedFrom: written.day },
    { ...hour, grain: `${period}.month`, recordedFrom: written.month },
  ];
}

function writtenIn(zone: string, at: Instant): Written {
  const { day, start, end } = accountDay(zone, at);
  return { month: startOfDay(zone, monthStart(day)), day: start, end };
}

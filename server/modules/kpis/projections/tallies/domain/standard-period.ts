import { addDays, type CalendarDate, isoWeekday, monthStart } from "../../../../../shared/calendar.js";
import type { ReportingPeriod } from "../../../metrics/domain/period.js";

/** Periods for which what does not add up over days is kept: the weeks from Monday, and the months, quarters and years of the calendar. */
export const STANDARD_PERIODS = ["week", "month", "quarter", "year"] as const;
export type StandardPeriod = (typeof STANDARD_PERIODS)[number];

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The first day of the period of that kind that holds a day. */
export function startOfStandard(kind: StandardPeriod, day: CalendarDate): CalendarDate {
  if (kind === "week") return addDays(day, 1 - isoWeekday(day));
  const month = Number(day.slice(5, 7)) - 1;
  return monthStart(day, -(month % MONTHS[kind]));
}

/**
 * The kind of which a period is one, as far as it has come: one that is to go on has no days yet after `today`.
 * @returns null where it is none
 */
export function standardPeriodOf({ start, end }: ReportingPeriod, today: CalendarDate): StandardPeriod | null {
  const kind = STANDARD_PERIODS.find((one) => {
    if (startOfStandard(one, start) !== start) return false;
    const next = one === "week" ? addDays(start, 7) : monthStart(start, MONTHS[one]);
    return end === next || (end > today && next > today);
  });
  return kind ?? null;
}

import { addDays, type CalendarDate, isoWeekday } from "../../../../shared/calendar.js";
import { invalid } from "../../../../shared/errors.js";
import { type ReportingPeriod, reportingPeriod } from "../../metrics/domain/period.js";

export type SeriesStep = "day" | "week" | "month";

/** A year of days, seven years of weeks: nobody can see more points than that side by side. */
export const MOST_PERIODS = 366;

/**
 * The last periods up to the one that holds a day, oldest first; weeks begin on Monday.
 * @throws DomainError `figures.too_many_periods`, `date.out_of_range` where they would begin before there are dates
 */
export function lastPeriods(zone: string, day: CalendarDate, step: SeriesStep, count: number): ReportingPeriod[] {
  if (count > MOST_PERIODS) {
    const remedy = `Ask for ${MOST_PERIODS} at most, or for longer ones.`;
    throw invalid("figures.too_many_periods", "So many periods are not counted at once.", {
      field: "periods",
      remedy,
      params: { most: MOST_PERIODS },
    });
  }
  return Array.from({ length: count }, (_, index) => {
    const back = count - 1 - index;
    return reportingPeriod(zone, startOf(day, step, back), startOf(day, step, back - 1));
  });
}

/** The first day of the period that lies so many before the one that holds the day. */
function startOf(day: CalendarDate, step: SeriesStep, back: number): CalendarDate {
  if (step === "day") return addDays(day, -back);
  if (step === "week") return addDays(day, 1 - isoWeekday(day) - 7 * back);
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - back;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
}

import { addDays, type CalendarDate, monthStart } from "../../../../../shared/calendar.js";
import { startOfStandard } from "../../tallies/domain/standard-period.js";

/** Periods of which every day's moves are kept: those in which the overview and the reports are read. */
export const MOVE_PERIODS = ["month", "year", "week"] as const;
export type MovePeriod = (typeof MOVE_PERIODS)[number];

/**
 * The kind of period that begins with `start` and has not ended before `day` begins.
 * @returns null where moves since then are not kept
 */
export function movePeriodOf(start: CalendarDate, day: CalendarDate): MovePeriod | null {
  return MOVE_PERIODS.find((kind) => startOfStandard(kind, start) === start && start <= day && day <= following(kind, start)) ?? null;
}

function following(kind: MovePeriod, start: CalendarDate): CalendarDate {
  return kind === "week" ? addDays(start, 7) : monthStart(start, kind === "month" ? 1 : 12);
}

import { addDays, type CalendarDate, monthStart } from "../../../../../shared/calendar.js";
import { startOfStandard } from "../../tallies/domain/standard-period.js";

/** Periods of the calendar of which every day's beginning is kept: those in which the overview and the reports are read. */
export const CALENDAR_PERIODS = ["month", "year", "week"] as const;
export type CalendarPeriod = (typeof CALENDAR_PERIODS)[number];
/** And the last thirty days, that day included, of which the first moves with every day. */
export type MovePeriod = CalendarPeriod | "days30";

/** From the first of the last thirty days to the last. */
const TO_THE_LAST = 29;

/** The first of the thirty days that end with a day. */
export function firstOfThirty(day: CalendarDate): CalendarDate {
  return addDays(day, -TO_THE_LAST);
}

/**
 * The kind of period that begins with `start` and has not ended before `day` begins.
 * @returns null where moves since then are not kept
 */
export function calendarPeriodOf(start: CalendarDate, day: CalendarDate): CalendarPeriod | null {
  return CALENDAR_PERIODS.find((kind) => startOfStandard(kind, start) === start && start <= day && day <= following(kind, start)) ?? null;
}

/** Under what and of which day the moves since `start` are kept that are the nearest before an instant of `day`. @param whole it is its midnight */
export function keptMoves(
  start: CalendarDate,
  day: CalendarDate,
  whole: boolean,
): { readonly period: MovePeriod; readonly day: CalendarDate } | null {
  const period = calendarPeriodOf(start, day);
  if (period !== null) return { period, day };
  if (firstOfThirty(day) === start) return { period: "days30", day };
  const before = addDays(day, -1);
  // Thirty days that have ended end with a midnight: the day before they lacked one.
  return whole && firstOfThirty(before) === start ? { period: "days30", day: before } : null;
}

function following(kind: CalendarPeriod, start: CalendarDate): CalendarDate {
  return kind === "week" ? addDays(start, 7) : monthStart(start, kind === "month" ? 1 : 12);
}

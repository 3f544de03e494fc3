import { addDays, type CalendarDate } from "../../../../../shared/calendar.js";

/** Answers to "would you recommend us", 0 to 10. */
export function surveyTally(answers: readonly number[]): {
  readonly answers: number;
  readonly promoters: number;
  readonly detractors: number;
} {
  return {
    answers: answers.length,
    promoters: answers.filter((answer) => answer >= 9).length,
    detractors: answers.filter((answer) => answer <= 6).length,
  };
}

/**
 * Whether a customer stayed: was active once more, at most so many days after the case was closed.
 * `too_young`: the days are not over, and nothing was seen yet. @param through the last whole day that is known
 */
export function stayed(
  closedOn: CalendarDate,
  activeOn: readonly CalendarDate[],
  days: number,
  through: CalendarDate,
): "stayed" | "left" | "too_young" {
  const last = addDays(closedOn, days);
  if (activeOn.some((date) => closedOn < date && date <= last && date <= through)) return "stayed";
  return last <= through ? "left" : "too_young";
}

import { addDays, type CalendarDate, isoWeekday } from "../../../shared/calendar.js";
import type { MessageLanguage } from "../../templates/rules.js";

/** A few days, a week, the horizon: what somebody waits for money says. WhatsApp shows at most three buttons. */
const OFFERED_AFTER = [3, 7, 14] as const;

/**
 * The days a debtor is offered, earliest first: business days no later than `latest`. One that is none gives way to the next, or where
 * that is too late to the one before. When all are too late, `latest` itself is offered.
 */
export function offeredDays(
  today: CalendarDate,
  latest: CalendarDate,
  isBusinessDay: (date: CalendarDate) => boolean,
): readonly CalendarDate[] {
  const days = OFFERED_AFTER.flatMap((after) => {
    const wanted = addDays(today, after);
    if (wanted > latest) return [];
    return nearest(wanted, 1, today, latest, isBusinessDay) ?? nearest(wanted, -1, today, latest, isBusinessDay) ?? [];
  });
  const offered = [...new Set(days)].sort();
  return offered.length > 0 ? offered : [latest];
}

/** `Vie 27 nov`: what the button says and, pressed, what comes back. */
export function dayTitle(date: CalendarDate, language: MessageLanguage): string {
  const { weekdays, months } = language.days.titles;
  return `${weekdays[isoWeekday(date) - 1]} ${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]}`;
}

function nearest(
  from: CalendarDate,
  step: 1 | -1,
  today: CalendarDate,
  latest: CalendarDate,
  fits: (date: CalendarDate) => boolean,
): CalendarDate | null {
  for (let date = from; date > today && date <= latest; date = addDays(date, step)) if (fits(date)) return date;
  return null;
}

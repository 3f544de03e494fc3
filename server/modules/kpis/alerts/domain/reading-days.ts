import { addDays, type CalendarDate } from "../../../../shared/calendar.js";

/** After a longer absence the days before are history: nobody is called for them. */
const MOST_CAUGHT_UP = 7;

/**
 * The days of which readings are due, oldest first, each read once it is over.
 * @param last day of the newest reading; null where nothing was read yet: then the readings begin with the day that has just ended
 * @param today the account's day
 */
export function readingDays(last: CalendarDate | null, today: CalendarDate): CalendarDate[] {
  const ended = addDays(today, -1);
  const first = last === null ? ended : [addDays(last, 1), addDays(today, -MOST_CAUGHT_UP)].toSorted().at(-1)!;
  const days: CalendarDate[] = [];
  for (let day = first; day <= ended; day = addDays(day, 1)) days.push(day);
  return days;
}

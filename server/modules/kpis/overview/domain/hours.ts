import { addDays, type CalendarDate } from "../../../../shared/calendar.js";
import { HOUR, type Instant, MINUTE } from "../../../../shared/instant.js";
import { localParts, wholeDay, windowInterval } from "../../../../shared/zone.js";

export const HOURS_A_DAY = 24;

/** A day of the account's zone, as far as it has come. */
export interface DaySoFar {
  readonly accountId: number;
  readonly zone: string;
  readonly date: CalendarDate;
  /** Its first instant. */
  readonly start: Instant;
  /** What happened later, or was written down later, is not in it. */
  readonly at: Instant;
}

/** The day an instant lies in, up to that instant. */
export function daySoFar(accountId: number, zone: string, at: Instant): DaySoFar {
  const { date } = localParts(zone, at);
  return { accountId, zone, date, start: wholeDay(zone, date).start, at };
}

/** An earlier day up to the same time on its wall; where the clock jumped over that time, up to as long after midnight. */
export function sameTimeBefore({ accountId, zone, date, start, at }: DaySoFar, days: number): DaySoFar {
  const earlier = addDays(date, -days);
  const began = wholeDay(zone, earlier).start;
  const { minuteOfDay } = localParts(zone, at);
  const minute = windowInterval(zone, earlier, minuteOfDay, minuteOfDay + 1);
  const then = minute ? minute.start + (at % MINUTE) : began + (at - start);
  return { accountId, zone, date: earlier, start: began, at: then };
}

/** Hours since the day began, put on the wall's clock: 24 counts, by the hour they began in. */
export function byWallHour({ zone, start }: DaySoFar, elapsed: readonly { readonly hour: number; readonly n: number }[]): number[] {
  const hours = Array.from({ length: HOURS_A_DAY }, () => 0);
  for (const { hour, n } of elapsed) {
    const wall = Math.floor(localParts(zone, start + hour * HOUR).minuteOfDay / 60);
    hours[wall] = (hours[wall] ?? 0) + n;
  }
  return hours;
}

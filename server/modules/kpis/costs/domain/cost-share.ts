import { type CalendarDate, daysBetween } from "../../../../shared/calendar.js";

/** An amount for a number of days, both ends included. */
export interface Spread {
  readonly minor: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * What of an amount falls on the days from `start` to before `end`: spread evenly over its own days. However a time is cut into parts, the
 * shares add up to the whole, and what is taken back takes back each share to the last unit.
 * @returns minor units
 */
export function shareIn({ minor, from, to }: Spread, start: CalendarDate, end: CalendarDate): number {
  const days = daysBetween(from, to) + 1;
  const until = (day: CalendarDate) => part(minor, Math.min(Math.max(daysBetween(from, day), 0), days), days);
  return until(end) - until(start);
}

function part(minor: number, days: number, of: number): number {
  const size = (BigInt(Math.abs(minor)) * BigInt(days)) / BigInt(of);
  return minor < 0 ? -Number(size) : Number(size);
}

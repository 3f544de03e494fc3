/** What is left of a clock, as it is written: hours and minutes, seconds only within the last hour. Rounded down, never up. */
export interface Left {
  readonly late: boolean;
  readonly key: "days" | "hours" | "minutes" | "whole";
  readonly values: { readonly d: number; readonly h: number; readonly m: number; readonly s: number };
}

const MINUTE = 60;
const HOUR = 3_600;
/** A working clock of more than this is told in days of 24 hours. */
const LONG = 48 * HOUR;

/** @param seconds of working time; below 0: used up so long ago */
export function leftOf(seconds: number): Left {
  const late = seconds < 0;
  const whole = Math.floor(Math.abs(seconds));
  const values = {
    d: Math.floor(whole / (24 * HOUR)),
    h: Math.floor((whole % (24 * HOUR)) / HOUR),
    m: Math.floor((whole % HOUR) / MINUTE),
    s: whole % MINUTE,
  };
  if (whole >= LONG) return { late, key: "days", values };
  if (whole >= HOUR) return { late, key: "hours", values: { ...values, h: Math.floor(whole / HOUR) } };
  // A miss is told in minutes: its seconds move nobody.
  return { late, key: late ? "whole" : "minutes", values };
}

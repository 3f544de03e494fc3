/** First and last day, both included, as calendar dates. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export const PRESETS = ["month", "lastMonth", "days7", "days30", "days90", "year"] as const;
export type Preset = (typeof PRESETS)[number];

const DAY = 86_400_000;
const utc = (date: string) => Date.parse(`${date}T00:00:00Z`);
const dateOf = (instant: number) => new Date(instant).toISOString().slice(0, 10);

export const addDays = (date: string, days: number): string => dateOf(utc(date) + days * DAY);
const daysIn = ({ from, to }: Days): number => (utc(to) - utc(from)) / DAY + 1;
const firstOfMonth = (date: string): string => `${date.slice(0, 7)}-01`;

/** The days a preset means on a day of the account's calendar; a month or year that is not over ends with it. */
export function presetDays(preset: Preset, today: string): Days {
  if (preset === "month") return { from: firstOfMonth(today), to: today };
  if (preset === "year") return { from: `${today.slice(0, 4)}-01-01`, to: today };
  if (preset === "lastMonth") {
    const to = addDays(firstOfMonth(today), -1);
    return { from: firstOfMonth(to), to };
  }
  return { from: addDays(today, 1 - Number(preset.slice(4))), to: today };
}

/** The same day a month earlier, or the last one that month has. */
function monthBefore(date: string): string {
  const last = addDays(firstOfMonth(date), -1);
  const day = Math.min(Number(date.slice(8)), Number(last.slice(8)));
  return `${last.slice(0, 7)}-${String(day).padStart(2, "0")}`;
}

/** What a period is compared with: the same days of the month before where it lies in one month from its first on, else as many days before it. */
export function previousDays(days: Days): Days {
  const { from, to } = days;
  if (from === firstOfMonth(from) && from.slice(0, 7) === to.slice(0, 7)) {
    const whole = to === addDays(firstOfMonth(addDays(firstOfMonth(to), 32)), -1);
    const before = addDays(from, -1);
    return { from: firstOfMonth(before), to: whole ? before : monthBefore(to) };
  }
  return { from: addDays(from, -daysIn(days)), to: addDays(from, -1) };
}

/** A calendar date that exists, or undefined. */
export function calendarDate(text: unknown): string | undefined {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  return Number.isNaN(utc(text)) || dateOf(utc(text)) !== text ? undefined : text;
}

/** A month this young has too little to tell. */
const YOUNG = 7;

/** What is shown where nobody picked a period: this month, and in its first week the last thirty days. */
export function usualPreset(today: string): Preset {
  return Number(today.slice(8)) > YOUNG ? "month" : "days30";
}

/** What was tried in an hour of a weekday, and what came of it. */
export interface HourCell {
  /** As cuts name it: the weekday (1 is Monday) and the hour on the account's wall, `1-09`. */
  readonly code: string;
  readonly attempts: number;
  readonly answered: number;
}

export interface HourGrid {
  /** From the first to the last hour in which anything was tried, none left out between. */
  readonly hours: readonly number[];
  /** A week, Monday first; an hour in which nothing was tried is undefined. */
  readonly days: readonly (readonly (HourCell | undefined)[])[];
  readonly most: number;
}

/** Fewer attempts tell nothing of an hour. */
export const ENOUGH = 10;

/** @returns no hours where nothing was tried */
export function hourGrid(cells: readonly HourCell[]): HourGrid {
  const known = cells
    .filter(({ attempts }) => attempts > 0)
    .map((cell) => ({ cell, day: Number(cell.code.split("-")[0]), hour: Number(cell.code.split("-")[1]) }));
  if (known.length === 0) return { hours: [], days: [], most: 0 };
  const [first, last] = [Math.min(...known.map(({ hour }) => hour)), Math.max(...known.map(({ hour }) => hour))];
  const hours = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const days = Array.from({ length: 7 }, (_, day) =>
    hours.map((hour) => known.find((one) => one.day === day + 1 && one.hour === hour)?.cell),
  );
  return { hours, days, most: Math.max(...known.map(({ cell }) => cell.attempts)) };
}

/** The hour with the most answers of those that tell something; undefined where none does. */
export function bestHour(cells: readonly HourCell[]): HourCell | undefined {
  const telling = cells.filter(({ attempts }) => attempts >= ENOUGH);
  return telling.toSorted((a, b) => b.answered / b.attempts - a.answered / a.attempts || b.attempts - a.attempts)[0];
}

/** Messages of one day: of the chosen step, and of all. */
export interface DayCount {
  readonly date: string;
  readonly own: number;
  readonly total: number;
}

/** A round number at or above the highest value, so that the grid's halves are whole as well. */
export function niceTop(highest: number): number {
  if (highest <= 1) return 1;
  const size = 10 ** Math.floor(Math.log10(highest));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * size >= highest && (factor * size) % 2 === 0) ?? 10;
  return step * size;
}

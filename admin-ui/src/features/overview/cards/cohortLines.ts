import type { CohortsView } from "@/api/types";

type Cohort = CohortsView["currencies"][number]["cohorts"][number];

/** How the lines of cohorts are told apart, also in black and white: newest first, because the newest is not over. */
export const COHORT_LINES = [
  { colour: "var(--s4)", dash: [8, 3, 2, 3], width: 1.75 },
  { colour: "var(--s1)", dash: [], width: 2.25 },
  { colour: "var(--s2)", dash: [6, 3], width: 1.75 },
  { colour: "var(--s3)", dash: [1.5, 3], width: 2 },
] as const;

export interface CohortLine {
  readonly month: string;
  readonly colour: string;
  readonly dash: readonly number[];
  readonly width: number;
  /** Day and per cent, from the placement on. */
  readonly points: readonly (readonly [number, number])[];
  /** Whether it has reached the last day there is. */
  readonly whole: boolean;
}

/** Days the chart goes to. */
export const LAST_DAY = 90;

export function cohortLines(cohorts: readonly Cohort[]): CohortLine[] {
  return cohorts.slice(0, COHORT_LINES.length).map(({ month, points }, index) => {
    const within = points.filter(({ day }) => day <= LAST_DAY).map(({ day, share }) => [day, share] as const);
    const first = within[0]?.[0] === 0 ? [] : [[0, 0] as const];
    // What has not come a day far has no line yet.
    const drawn = within.some(([day]) => day > 0) ? [...first, ...within] : [];
    const line = COHORT_LINES[index] ?? COHORT_LINES[0];
    return { month, colour: line.colour, dash: line.dash, width: line.width, points: drawn, whole: (drawn.at(-1)?.[0] ?? 0) >= LAST_DAY };
  });
}

/** What had come by a day: the last point up to it; undefined where the line has not come that far. */
export function shareOn({ points }: CohortLine, day: number): number | undefined {
  if ((points.at(-1)?.[0] ?? -1) < day) return undefined;
  return points.findLast(([at]) => at <= day)?.[1];
}

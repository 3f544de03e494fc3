import { addDays, type CalendarDate } from "../../../../shared/calendar.js";
import type { Measure } from "../../metrics/domain/measure.js";
import { type Metric, measuresOf } from "../../metrics/domain/metric.js";

/** Where what is counted comes from. */
export const SOURCES = ["debts_file", "payments", "statuses", "answers"] as const;
export type SourceOfFigures = (typeof SOURCES)[number];

/** Days on which something came, before a rhythm can be seen. */
const ENOUGH_DAYS = 4;
/** A source that came so seldom has no rhythm that anybody waits by. */
const LONGEST_RHYTHM = 45;

/**
 * The day on which a source should have come again: as many working days after the last as the longest of its pauses had. It is quiet when
 * that day is over.
 * @param days on which something came; the last ones there were, in order
 * @param today the account's day
 * @returns null where it is not late, or has no rhythm yet
 */
export function overdueArrival(
  days: readonly CalendarDate[],
  today: CalendarDate,
  worksOn: (day: CalendarDate) => boolean,
): CalendarDate | null {
  const last = days.at(-1);
  if (last === undefined || days.length < ENOUGH_DAYS) return null;
  const pauses = days.slice(1).map((day, index) => workingDays(days[index]!, day, worksOn));
  const usual = Math.max(1, ...pauses);
  if (usual > LONGEST_RHYTHM) return null;
  let expected = last;
  for (let waited = 0; waited < usual;) {
    expected = addDays(expected, 1);
    if (worksOn(expected)) waited++;
    if (expected >= today) return null;
  }
  return expected;
}

/** Those after the first day, up to the second; no more than tell that there is no rhythm. */
function workingDays(from: CalendarDate, to: CalendarDate, worksOn: (day: CalendarDate) => boolean): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to && count <= LONGEST_RHYTHM; day = addDays(day, 1)) if (worksOn(day)) count++;
  return count;
}

/** The sources a figure hangs on: without them it says what was, and looks as if it said what is. */
export function sourcesOf(metric: Metric): SourceOfFigures[] {
  const found = new Set(measuresOf(metric).flatMap(feeding));
  return SOURCES.filter((source) => found.has(source));
}

const FED: readonly (readonly [RegExp, readonly SourceOfFigures[]])[] = [
  [/^(balance|receivables|stage|debts|cohort)\.|^(debtors\.owing|accounts\.open)$/, ["debts_file", "payments"]],
  [/^cash\.|^accounts\.paying$|^promises\.(kept|paid)|^cases\.resolved/, ["payments"]],
  [/^attempts\.(delivered|read|failed)$/, ["statuses"]],
  [/^attempts\.answered$|^debtors\.(answering|reached|promising|converted)$|^promises\.received$|^inquiries\./, ["answers"]],
];

function feeding(measure: Measure): readonly SourceOfFigures[] {
  return FED.flatMap(([pattern, sources]) => (pattern.test(measure) ? sources : []));
}

import { type CalendarDate, daysBetween } from "../../../shared/calendar.js";
import type { StageId } from "../../../shared/stage.js";

/** A band begins at `from` days past due and ends, without including it, where the next one begins. */
export interface StageBand {
  readonly id: StageId;
  readonly from: number;
}

/** Youngest first; the first band has no beginning. */
export const DEFAULT_BANDS: readonly StageBand[] = [
  { id: "pre_due", from: Number.NEGATIVE_INFINITY },
  { id: "due", from: 0 },
  { id: "d1_30", from: 1 },
  { id: "d31_90", from: 31 },
  { id: "d91_plus", from: 91 },
];

/** Age band of a debt on `asOf`, a date of the account's calendar. */
export function stageOf(dueDate: CalendarDate, asOf: CalendarDate, bands: readonly StageBand[] = DEFAULT_BANDS): StageId {
  const age = daysPastDue(dueDate, asOf);
  const band = bands.findLast(({ from }) => age >= from);
  if (!band) throw new RangeError("The first band must begin at minus infinity");
  return band.id;
}

/** Whole calendar days; negative before the due date. */
export function daysPastDue(dueDate: CalendarDate, asOf: CalendarDate): number {
  return daysBetween(dueDate, asOf);
}

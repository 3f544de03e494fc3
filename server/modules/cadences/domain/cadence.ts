import { addDays, type CalendarDate } from "../../../shared/calendar.js";
import type { StageId } from "../../../shared/stage.js";

/** One message a debtor may get, so many days from the due date of a debt. Keeps its id across versions: the id is in the dedupe key. */
export interface CadenceStep {
  readonly id: string;
  readonly stage: StageId;
  /** Days from the due date; negative before it. */
  readonly offsetDays: number;
  /** Days after its own in which the step may still be made (a Sunday, a holiday, an outage). After that it is dropped. */
  readonly graceDays: number;
  /** Name of the template in the library, without version. */
  readonly template: string;
}

/** A published version never changes; a change is a new version. */
export interface Cadence {
  readonly key: string;
  readonly version: number;
  readonly steps: readonly CadenceStep[];
}

/** A step together with the due date a debt must have for the step to be due on a day. */
export interface DueStep {
  readonly step: CadenceStep;
  readonly dueDate: CalendarDate;
  /** The step's own day for that due date. */
  readonly stepDate: CalendarDate;
  /** Last day on which it may be made. */
  readonly lastDate: CalendarDate;
}

/**
 * Which due dates lead to which steps on `day`. Anchored to due dates, never to runs: a day that was missed is caught up within the grace,
 * and running twice gives the same list. Where two steps claim one due date (a step late in its grace and the next one), the later step wins.
 */
export function stepsDueOn(cadence: Cadence, day: CalendarDate): DueStep[] {
  const byDueDate = new Map<CalendarDate, DueStep>();
  for (const step of cadence.steps.toSorted((a, b) => a.offsetDays - b.offsetDays)) {
    for (let late = 0; late <= step.graceDays; late++) {
      const dueDate = addDays(day, -step.offsetDays - late);
      byDueDate.set(dueDate, { step, dueDate, stepDate: addDays(day, -late), lastDate: addDays(day, step.graceDays - late) });
    }
  }
  return [...byDueDate.values()];
}

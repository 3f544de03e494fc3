import { addDays, type CalendarDate } from "../../../shared/calendar.js";

/** One message a debtor may get, so many days from the due date of a debt. Keeps its id across versions: the id is in the dedupe key. */
export interface CadenceStep {
  readonly id: string;
  readonly name: string;
  /** Days from the due date; negative before it. */
  readonly offsetDays: number;
  /** Days after its own in which the step may still be made (a Sunday, a holiday, an outage). After that it is dropped. */
  readonly graceDays: number;
  /** Name of the template in the library, without version. */
  readonly template: string;
  /** A segment rule the debt must meet on the step's own day; null = always. */
  readonly condition: unknown;
}

/** What ends a cadence for a debtor besides paid, hold and opt-out, which always do and cannot be left out. */
export interface CadenceExits {
  /** A reply on one of the last so many days of the account's calendar, today included. */
  readonly repliedWithinDays: number | null;
  readonly activePromise: boolean;
  /** Who owes no more than this in the currency of the debt is not chased for it; one amount a currency. */
  readonly smallBalance: readonly { readonly minor: number; readonly currency: string }[];
}

export const NO_EXITS: CadenceExits = { repliedWithinDays: null, activePromise: false, smallBalance: [] };

/** Never published, planning, set aside, or put away for good. */
export type CadenceStatus = "draft" | "published" | "paused" | "archived";

/** What an administrator edits and publishes. */
export interface CadenceBody {
  readonly name: string;
  /** Key of the segment a debt must be in on the step's own day; null = every debt. */
  readonly segment: string | null;
  readonly steps: readonly CadenceStep[];
  readonly exits: CadenceExits;
  /** False where what is stored cannot be read: it has no steps then, and nothing of it is sent. */
  readonly readable?: boolean;
}

/** A published version never changes; a change is a new version. */
export interface Cadence extends CadenceBody {
  readonly key: string;
  readonly version: number;
  /** 1 is first. A debtor in two cadences on one day gets the message of the first. */
  readonly priority: number;
}

/** A step together with the due date a debt must have for the step to be due on a day. */
export interface DueStep {
  readonly cadence: Cadence;
  readonly step: CadenceStep;
  readonly dueDate: CalendarDate;
  /** The step's own day for that due date. */
  readonly stepDate: CalendarDate;
  /** Last day on which it may be made. */
  readonly lastDate: CalendarDate;
}

/**
 * Which due dates lead to which steps on `day`, first the cadence that goes first, then the oldest debt: a debtor gets the first that fits.
 * Anchored to due dates, never to runs: a day that was missed is caught up within the grace, and running twice gives the same list.
 */
export function stepsDueOn(cadences: readonly Cadence[], day: CalendarDate): DueStep[] {
  return cadences.toSorted((a, b) => a.priority - b.priority || (a.key < b.key ? -1 : 1)).flatMap((cadence) => stepsOf(cadence, day));
}

/** Where two steps of one cadence claim one due date (a step late in its grace and the next one), the later step wins. */
function stepsOf(cadence: Cadence, day: CalendarDate): DueStep[] {
  const byDueDate = new Map<CalendarDate, DueStep>();
  for (const step of cadence.steps.toSorted((a, b) => a.offsetDays - b.offsetDays)) {
    for (let late = 0; late <= step.graceDays; late++) {
      const dueDate = addDays(day, -step.offsetDays - late);
      byDueDate.set(dueDate, { cadence, step, dueDate, stepDate: addDays(day, -late), lastDate: addDays(day, step.graceDays - late) });
    }
  }
  return [...byDueDate.values()].toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : 1));
}

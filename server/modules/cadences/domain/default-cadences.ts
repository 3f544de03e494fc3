import type { StageId } from "../../../shared/stage.js";
import { type CadenceBody, type CadenceStep, NO_EXITS } from "./cadence.js";

/**
 * The calendar every account starts with, by stage; days from the due date. Colombia allows one contact a day (Ley 2300) and its week belongs
 * to one channel; Brazil and Mexico count no messages but forbid to harass. So nobody gets two within two days, from the first week late on
 * they come a week or more apart, and from 31 days on a fortnight or more: a person who did not answer the last one is not asked every week,
 * and the weeks between stay free for the call or the agreement. Restraint is cheaper than a complaint.
 *
 * Grace carries a step over a Sunday, a holiday after it and an outage. Before the due date it is one day only: the words speak of a
 * day to come.
 */
const CALENDAR: readonly { readonly stage: StageId; readonly days: readonly number[]; readonly graceDays: number }[] = [
  // The oldest debt leads where a debtor has several: the message lists them all, and it is the one that cannot wait.
  { stage: "d91_plus", days: [95, 125, 155], graceDays: 3 },
  { stage: "d31_90", days: [35, 50, 70], graceDays: 3 },
  { stage: "d1_30", days: [5, 12, 20], graceDays: 3 },
  { stage: "due", days: [0], graceDays: 3 },
  { stage: "pre_due", days: [-2], graceDays: 1 },
];

/** What cadences and steps are called in a language. @see CALENDAR for the days */
export interface CadenceNames {
  cadence(stage: StageId): string;
  /** @param days from the due date, negative before it */
  step(days: number): string;
}

/** In order of priority. Keys and ids are the account's for ever, whatever its language. */
export function defaultCadences(names: CadenceNames): readonly (CadenceBody & { readonly key: StageId })[] {
  return CALENDAR.map(({ stage, days, graceDays }) => ({
    key: stage,
    name: names.cadence(stage),
    segment: stage,
    steps: days.map((offsetDays) => step(stage, offsetDays, graceDays, names)),
    exits: NO_EXITS,
  }));
}

function step(stage: StageId, offsetDays: number, graceDays: number, names: CadenceNames): CadenceStep {
  return {
    id: `${stage}.${offsetDays < 0 ? "minus" : "day"}_${Math.abs(offsetDays)}`,
    name: names.step(offsetDays),
    offsetDays,
    graceDays,
    template: `saldo_${stage}_reminder`,
    condition: null,
  };
}

import { addDays, type CalendarDate, daysBetween } from "../../../../shared/calendar.js";
import { invalid } from "../../../../shared/errors.js";
import { type Currency, LARGEST_MINOR } from "../../../../shared/money.js";
import type { StageId } from "../../../../shared/stage.js";

export const COST_KINDS = ["people", "messages", "tools", "fees", "other"] as const;
export type CostKind = (typeof COST_KINDS)[number];
/** Without one of these in a month the cost of that month is not known. Other costs there may be none of. */
export const EXPECTED_KINDS: readonly CostKind[] = ["people", "messages", "tools", "fees"];

/** One cost as it is entered. */
export interface CostInput {
  readonly kind: CostKind;
  /** Minor units, 0 or more; nothing is said with 0, so that a kind of which there was none is not missing. */
  readonly minor: number;
  readonly currency: Currency;
  /** First and last day it is for, both included; the same for a cost of one day. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly cadence: string | null;
  readonly stage: StageId | null;
  readonly note: string | null;
  /** The id at its source; the same id twice is one cost. */
  readonly externalId: string | null;
}

/** More than this is no cost of a period but a mistyped year. */
const LONGEST_DAYS = 366;

/**
 * @param today in the account's zone
 * @throws DomainError `cost.backwards`, `cost.too_long`, `cost.in_the_future` for one that begins after today or goes beyond this month,
 * `money.too_large`
 */
export function checkCost({ minor, from, to }: Pick<CostInput, "minor" | "from" | "to">, today: CalendarDate): void {
  if (minor > LARGEST_MINOR) throw invalid("money.too_large", '"amount" is too large.', { field: "amount" });
  if (to < from) {
    throw invalid("cost.backwards", "The cost ends before it begins.", {
      field: "to",
      remedy: "Name a last day that is not before the first.",
    });
  }
  if (daysBetween(from, to) >= LONGEST_DAYS) {
    throw invalid("cost.too_long", "A cost is for a year at the most.", { field: "to", remedy: "Enter it year by year." });
  }
  if (from > today || to > lastOfMonth(today)) {
    throw invalid("cost.in_the_future", "A cost of a time that has not come is not known yet.", {
      field: from > today ? "from" : "to",
      remedy: "Enter it once its month has begun.",
      params: { today },
    });
  }
}

export function firstOfMonth(day: CalendarDate): CalendarDate {
  return `${day.slice(0, 7)}-01`;
}

export function firstOfNextMonth(day: CalendarDate): CalendarDate {
  // The 28th and four days are in the next month, whichever it is.
  return firstOfMonth(addDays(`${day.slice(0, 7)}-28`, 4));
}

export function lastOfMonth(day: CalendarDate): CalendarDate {
  return addDays(firstOfNextMonth(day), -1);
}

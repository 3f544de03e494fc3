import { type CalendarDate, daysBetween } from "../../../../../shared/calendar.js";
import { type Whole, whole } from "../arithmetic/fraction.js";
import { holdsDay, type ReportingPeriod } from "../period.js";

export interface DueDebt {
  readonly dueOn: CalendarDate;
  /** When nothing was owed any more, or an agreement put it right; `null` while it is open. */
  readonly regularisedOn: CalendarDate | null;
}

/** Whole days by the calendar, not by 24 hours: of debts regularised in the period after they were due, and of those still open at its end. */
export function recoveryDays(debts: readonly DueDebt[], period: ReportingPeriod): { readonly closed: number[]; readonly open: number[] } {
  const overdue = debts.filter(({ dueOn }) => dueOn < period.end);
  const openAtEnd = overdue.filter(({ regularisedOn }) => regularisedOn === null || regularisedOn >= period.end);
  return {
    closed: overdue.flatMap(({ dueOn, regularisedOn }) =>
      regularisedOn !== null && regularisedOn > dueOn && holdsDay(period, regularisedOn) ? [daysBetween(dueOn, regularisedOn)] : [],
    ),
    open: openAtEnd.map(({ dueOn }) => daysBetween(dueOn, period.end)),
  };
}

/** Amount times days from due to paid, for days to pay weighted by amount; what was paid early counts as negative days. */
export function moneyDays(
  payments: readonly { readonly dueOn: CalendarDate; readonly paidOn: CalendarDate; readonly minor: Whole }[],
): bigint {
  return payments.reduce((sum, { dueOn, paidOn, minor }) => sum + whole(minor) * BigInt(daysBetween(dueOn, paidOn)), 0n);
}

import { addDays, type CalendarDate } from "../../../shared/calendar.js";
import { invalid } from "../../../shared/errors.js";
import { type Money, sum, toDecimal } from "../../../shared/money.js";
import type { PromiseTerms } from "./promise.js";

export interface PromisableDebt {
  readonly id: number;
  readonly balanceMinor: number;
  readonly currency: string;
  readonly dueDate: CalendarDate;
}

/**
 * The debts a promise recorded by a person is about: those of its currency that are due by its day.
 *
 * @throws DomainError `promise.date_past`, `promise.date_too_far`, `promise.amount_zero`, `promise.nothing_due`, `promise.too_much`
 */
export function promisedDebts(
  { amount, date }: { readonly amount: Money; readonly date: CalendarDate },
  debts: readonly PromisableDebt[],
  today: CalendarDate,
  { recordedHorizonDays }: PromiseTerms,
): readonly number[] {
  const latest = addDays(today, recordedHorizonDays);
  if (date < today) {
    throw invalid("promise.date_past", "The promised day is over.", { field: "date", remedy: "Give today or a later day." });
  }
  if (date > latest) {
    throw invalid("promise.date_too_far", `A promise can be recorded for ${latest} at the latest.`, {
      field: "date",
      remedy: "Agree on an earlier day; what takes longer is a payment plan.",
      params: { latest },
    });
  }
  if (amount.minor <= 0) {
    throw invalid("promise.amount_zero", "A promise needs an amount.", { field: "amount", remedy: "Give the amount that was promised." });
  }
  const { currency } = amount;
  const due = debts.filter((debt) => debt.currency === currency && debt.dueDate <= date);
  if (due.length === 0) {
    throw invalid("promise.nothing_due", `No debt in ${currency} is due by that day and free to be promised.`, {
      field: "date",
      remedy: "Check day and currency; a debt in dispute has to be settled first.",
      params: { currency },
    });
  }
  const owed = sum(
    currency,
    due.map(({ balanceMinor: minor }) => ({ minor, currency })),
  );
  if (amount.minor > owed.minor) {
    throw invalid("promise.too_much", `Only ${currency} ${toDecimal(owed)} is owed by that day.`, {
      field: "amount",
      remedy: "Give at most what is owed.",
      params: { owedMinor: owed.minor, currency },
    });
  }
  return due.map(({ id }) => id);
}

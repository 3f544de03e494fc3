import { daysBetween, type CalendarDate } from "../../../shared/calendar.js";
import { invalid } from "../../../shared/errors.js";
import { type Money, totals } from "../../../shared/money.js";
import type { MessageContext } from "./message-template.js";

export interface ListedDebt {
  /** The creditor's own reference, as the debtor knows it from the invoice. */
  readonly reference: string;
  readonly balance: Money;
  readonly dueDate: CalendarDate;
}

export interface DebtMessage {
  readonly locale: string;
  /** The day of sending at the debtor's place. */
  readonly asOf: CalendarDate;
  readonly creditor: string;
  /** How the debtor is addressed. */
  readonly name: string;
  /** The debts this message is about, in any order. */
  readonly debts: readonly ListedDebt[];
}

/**
 * One message lists all debts it is about: what is owed in each currency, which accounts, and the earliest due date among them.
 *
 * @throws DomainError `template.nothing_owed` when a listed debt has no balance: it was paid since, and is not to be chased
 */
export function debtMessage({ locale, asOf, creditor, name, debts }: DebtMessage): MessageContext {
  if (debts.length === 0 || debts.some(({ balance }) => balance.minor <= 0)) {
    throw invalid("template.nothing_owed", "A message about a debt needs debts that are still owed.", {
      field: "debts",
      remedy: "Leave out what has been paid; when nothing is left, do not write.",
    });
  }
  const byAge = debts.toSorted((a, b) => compare(a.dueDate, b.dueDate) || compare(a.reference, b.reference));
  const oldest = byAge[0]!.dueDate;
  return {
    locale,
    asOf,
    values: {
      creditor,
      name,
      amount: totals(byAge.map(({ balance }) => balance)),
      references: byAge.map(({ reference }) => reference),
      due_date: oldest,
      days: Math.max(0, daysBetween(oldest, asOf)),
    },
  };
}

/** One total per currency, in the order the currencies first appear. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

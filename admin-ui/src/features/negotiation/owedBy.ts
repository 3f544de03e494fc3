import type { Amount, Promises } from "@/api/types";

/** What is owed in a currency of the debts that are due by a day. */
export function owedBy(debts: Promises["debts"], currency: string, date: string): Amount {
  const due = debts.filter(({ dueDate, balance }) => balance.currency === currency && dueDate <= date);
  return { minor: due.reduce((sum, { balance }) => sum + balance.minor, 0), currency };
}

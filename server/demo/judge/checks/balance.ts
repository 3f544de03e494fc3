import { amountsIn } from "../amounts.js";
import { Books } from "../books.js";
import { contacts, ON_ITS_WAY, referencesIn, shortens } from "../contacts.js";
import type { Check } from "../finding.js";

/**
 * The amount a message names is what its accounts owe, added up anew. Of long lists a message names only the first accounts: then the amount
 * lies between what those owe and what the debtor owes in all.
 */
export const balanceCheck: Check = {
  name: "balance",
  title: "amounts that do not agree with the payments",
  run(recording) {
    // What was posted in the last moments may or may not be in a message already.
    const [late, early] = [new Books(recording), new Books(recording)];
    const sent = contacts(recording);
    const findings = sent.flatMap(({ at, to, text }) => {
      late.turnTo(at);
      early.turnTo(at - ON_ITS_WAY);
      const problems = [late, early].map((books) => problemOf(books, to, text));
      return problems.every((problem) => problem !== null) ? [{ at, what: `a message to ${to} ${problems[0]}` }] : [];
    });
    return { looked: sent.length, findings };
  },
};

function problemOf(books: Books, to: string, text: string): string | null {
  const references = referencesIn(text);
  const named = amountsIn(text);
  const debts = references.map((reference) => books.debt(reference));
  if (references.length === 0 || debts.some((debt) => debt === null))
    return `about accounts nobody knows: ${references.join(", ") || "none"}`;
  const listed = totals(debts.filter((debt) => debt !== null));
  const all = totals(books.ownersOf(to).flatMap((debtor) => books.owedBy(debtor)));
  const shortened = shortens(text);
  for (const [currency, minor] of listed) {
    const amounts = named.filter((amount) => amount.currency === null || amount.currency === currency).map((amount) => amount.minor);
    const right = shortened ? amounts.some((amount) => amount >= minor && amount <= (all.get(currency) ?? 0)) : amounts.includes(minor);
    if (!right) return `names ${amounts.join(", ") || "no amount"} and its accounts owe ${minor} ${currency} (minor units)`;
  }
  return null;
}

function totals(debts: readonly { readonly currency: string; readonly balanceMinor: number }[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { currency, balanceMinor } of debts) sums.set(currency, (sums.get(currency) ?? 0) + balanceMinor);
  return sums;
}

import type { Currency } from "../../../../../shared/money.js";
import { looseKey } from "../../../../portfolio/rules.js";

/** What one side says is owed under a reference. */
export interface BookEntry {
  readonly reference: string;
  readonly currency: Currency;
  readonly minor: number;
}

/**
 * `missing_here`: they say it is owed and Saldo knows nothing owed of it. `missing_there`: the other way round. `amount`: another amount in
 * the same currency. `currency`: owed in another currency.
 */
export interface BookDifference {
  readonly what: "missing_here" | "missing_there" | "amount" | "currency";
  readonly reference: string;
  readonly here: readonly Owed[];
  readonly there: readonly Owed[];
}

export interface Owed {
  readonly currency: Currency;
  readonly minor: number;
}

interface Account {
  readonly reference: string;
  readonly owed: ReadonlyMap<Currency, number>;
}

/**
 * Where two books differ, reference by reference, however it is spelt. Rows of one reference and currency are added up; what comes to nothing,
 * or is the debtor's, is not owed. In the order of the references.
 */
export function booksCompared(here: Iterable<BookEntry>, there: Iterable<BookEntry>): BookDifference[] {
  const [ours, theirs] = [accounts(here), accounts(there)];
  const keys = [...new Set([...ours.keys(), ...theirs.keys()])].toSorted();
  return keys.flatMap((key): BookDifference[] => {
    const [mine, other] = [ours.get(key), theirs.get(key)];
    const what = differenceOf(owedOf(mine), owedOf(other));
    if (what === null) return [];
    return [{ what, reference: (other ?? mine)!.reference, here: owedOf(mine), there: owedOf(other) }];
  });
}

function differenceOf(here: readonly Owed[], there: readonly Owed[]): BookDifference["what"] | null {
  if (here.length === 0 && there.length === 0) return null;
  if (here.length === 0) return "missing_here";
  if (there.length === 0) return "missing_there";
  const currencies = (owed: readonly Owed[]) => owed.map(({ currency }) => currency).join();
  if (currencies(here) !== currencies(there)) return "currency";
  return here.every(({ minor }, index) => minor === there[index]!.minor) ? null : "amount";
}

function owedOf(account: Account | undefined): Owed[] {
  return [...(account?.owed ?? [])]
    .filter(([, minor]) => minor > 0)
    .map(([currency, minor]) => ({ currency, minor }))
    .toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
}

function accounts(entries: Iterable<BookEntry>): Map<string, Account> {
  const found = new Map<string, { reference: string; owed: Map<Currency, number> }>();
  for (const { reference, currency, minor } of entries) {
    const key = looseKey(reference);
    const account = found.get(key) ?? { reference, owed: new Map<Currency, number>() };
    account.owed.set(currency, (account.owed.get(currency) ?? 0) + minor);
    found.set(key, account);
  }
  return found;
}

import { lacksZeros, likeness } from "../../portfolio/rules.js";

/** What was paid for is not known: no debt of that debtor is called so, or more than one may be, or none is owed in that currency. */
export type PaymentDoubt = "reference" | "currency";

/** What a payer says of a payment. */
export interface PaymentClaim {
  readonly reference: string | null;
  readonly debtor: string | null;
}

/** Whom and what a claim may name, as it is spelt and otherwise. */
export interface ClaimFacts {
  readonly debts: readonly { readonly id: number; readonly debtorId: number; readonly reference: string }[];
  readonly debtors: readonly { readonly id: number; readonly externalId: string }[];
}

export interface PaymentTarget {
  readonly debtorId: number | null;
  readonly debtId: number | null;
  readonly doubt: PaymentDoubt | null;
  /** Everybody who may have paid: the debtor it names, and those whose debts may be called as it says. */
  readonly payers: readonly number[];
}

/**
 * What a payment is for. What is spelt exactly so comes first; what fits exactly one debt of the debtor however it is spelt is meant: a
 * spreadsheet took the zeros, a bank the blanks. Where several may be meant nobody knows.
 */
export function targetOf(claim: PaymentClaim, facts: ClaimFacts): PaymentTarget {
  const people = claim.debtor === null ? NOBODY : called(claim.debtor, facts.debtors, ({ externalId }) => externalId);
  const named = people.all.map(({ id }) => id);
  const debtorId = people.meant?.id ?? null;
  if (claim.reference === null) {
    return { debtorId, debtId: null, doubt: debtorId === null && named.length > 0 ? "reference" : null, payers: named };
  }
  const fitting = claim.debtor === null ? facts.debts : facts.debts.filter((debt) => named.includes(debt.debtorId));
  const { meant } = called(claim.reference, fitting, ({ reference }) => reference);
  const { all } = called(claim.reference, facts.debts, ({ reference }) => reference);
  const payers = [...new Set([...named, ...all.map((debt) => debt.debtorId)])];
  if (meant) return { debtorId: meant.debtorId, debtId: meant.id, doubt: null, payers };
  return { debtorId, debtId: null, doubt: "reference", payers };
}

interface Called<T> {
  readonly meant: T | null;
  readonly all: readonly T[];
}

const NOBODY: Called<never> = { meant: null, all: [] };

/** The one that is called so, and all that may be. */
function called<T>(name: string, candidates: readonly T[], nameOf: (one: T) => string): Called<T> {
  const all = candidates.filter((one) => likeness(name, nameOf(one)) !== "other");
  const exact = all.filter((one) => nameOf(one) === name);
  const fitting =
    exact.length > 0
      ? all.filter((one) => nameOf(one) === name || lacksZeros(name, nameOf(one)))
      : all.filter((one) => likeness(name, nameOf(one)) === "same");
  return { meant: fitting.length === 1 ? fitting[0]! : null, all };
}

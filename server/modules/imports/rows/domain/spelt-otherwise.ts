import { likeness, looseKey } from "../../../portfolio/rules.js";
import type { FileDebt } from "./debt-row.js";
import { type DebtFacts, debtKey, type SimilarDebt } from "./known.js";
import { isSamePerson, type KnownPerson } from "./same-person.js";
import { statedMinor } from "./stated-minor.js";

interface SimilarPerson extends KnownPerson {
  readonly externalId: string;
}

/** Debts and debtors who are known, from files before or from rows before, under a reference or number that is spelt otherwise. */
export class SpeltOtherwise {
  private readonly debts = new Map<string, SimilarDebt[]>();
  private readonly debtors = new Map<string, SimilarPerson[]>();

  constructor(private readonly facts: Pick<DebtFacts, "debts" | "debtors" | "similarDebts" | "similarDebtors" | "phoneHash">) {}

  /** A debt of the same debtor and system that differs in nothing that a spreadsheet or a person keeps. */
  debtOf({ debtor, debt }: FileDebt): SimilarDebt | undefined {
    const key = looseKey(debt.reference);
    const candidates = [...(this.facts.similarDebts.get(key) ?? []), ...(this.debts.get(key) ?? [])];
    return candidates.find(
      ({ externalId, source, reference }) =>
        externalId === debtor.externalId &&
        source === debt.source &&
        reference !== debt.reference &&
        likeness(reference, debt.reference) === "same",
    );
  }

  /** Number of a debtor who is the row's for all that is known. */
  debtorOf({ debtor }: FileDebt): string | undefined {
    const key = looseKey(debtor.externalId);
    const candidates = [...(this.facts.similarDebtors.get(key) ?? []), ...(this.debtors.get(key) ?? [])];
    return candidates.find(
      (known) =>
        known.name !== null &&
        known.externalId !== debtor.externalId &&
        likeness(known.externalId, debtor.externalId) === "same" &&
        isSamePerson(known, debtor, this.facts.phoneHash),
    )?.externalId;
  }

  /** Of a row that is taken in. */
  note(row: FileDebt): void {
    const { debtor, debt } = row;
    const { externalId, name, document, phone } = debtor;
    if (!this.facts.debts.has(debtKey(debt.source, debt.reference))) {
      const { source, reference, currency } = debt;
      add(this.debts, looseKey(reference), { externalId, source, reference, currency, reportedMinor: statedMinor(row) });
    }
    if (!this.facts.debtors.has(externalId)) {
      const contactPoints = phone === null ? [] : [{ hash: this.facts.phoneHash(phone) }];
      add(this.debtors, looseKey(externalId), { externalId, name, document, contactPoints });
    }
  }
}

function add<T>(to: Map<string, T[]>, key: string, one: T): void {
  const there = to.get(key);
  if (there) there.push(one);
  else to.set(key, [one]);
}

import type { FileDebt } from "./debt-row.js";
import type { KnownDebt, KnownDebtor } from "./known.js";
import type { RowProblem } from "./row-problem.js";
import { isSamePerson } from "./same-person.js";
import type { SpeltOtherwise } from "./spelt-otherwise.js";
import { statedMinor } from "./stated-minor.js";

/** Fields of which it is said here what is wrong with them. */
export type NamedField = "reference" | "external_id" | "currency" | "name" | "due_date" | "phone";

/** A row of the same file that named the same debt before. */
export interface EarlierRow {
  readonly line: number;
  /** What it said is owed. */
  readonly minor: number;
}

/** Why a row that can be read cannot be taken in. */
export interface RowRefusal {
  readonly problems: readonly RowProblem[];
  /** Reference of the debt of which it says something else than what is known: nobody can tell what is owed. Null where it does not. */
  readonly doubt: string | null;
}

export interface RowCircumstances {
  readonly debtor: KnownDebtor | undefined;
  readonly debt: KnownDebt | undefined;
  readonly earlier: EarlierRow | undefined;
  readonly otherwise: SpeltOtherwise;
  /** Whether a row before this one described the debtor. */
  readonly described: boolean;
  readonly phoneHash: (number: string) => string;
  readonly columnOf: (field: NamedField) => string;
}

export function rowRefusalOf(
  row: FileDebt,
  { debtor, debt, earlier, otherwise, described, phoneHash, columnOf }: RowCircumstances,
): RowRefusal | null {
  const { reference, currency } = row.debt;
  const one = (field: NamedField, value: string, code: RowProblem["code"], doubt: boolean, params?: RowProblem["params"]): RowRefusal => ({
    problems: [{ column: columnOf(field), value, code, ...(params ? { params } : {}) }, ...row.warnings],
    doubt: doubt ? reference : null,
  });
  const ofAnother = debt !== undefined && debt.debtorId !== debtor?.id;
  if (debtor && debtor.name === null) return one("external_id", row.debtor.externalId, "debtor.erased", false);
  if (earlier) {
    return one("reference", reference, "reference.repeated", ofAnother || earlier.minor !== statedMinor(row), { line: earlier.line });
  }
  if (ofAnother) return one("reference", reference, "reference.of_another", true);
  if (debt && debt.currency !== currency) return one("currency", currency, "currency.changed", true, { currency: debt.currency });
  if (debtor && !isSamePerson(debtor, row.debtor, phoneHash)) {
    return one("external_id", row.debtor.externalId, "id.of_another_name", true);
  }
  const namesake = debtor ? undefined : otherwise.debtorOf(row);
  if (namesake !== undefined) return one("external_id", row.debtor.externalId, "id.similar", true, { id: namesake });
  // A balance in the debtor's favour is no debt that could be asked for twice.
  const similar = debt || row.debt.creditMinor !== null ? undefined : otherwise.debtOf(row);
  if (similar) {
    const agrees = similar.currency === currency && similar.reportedMinor === statedMinor(row);
    const refusal = one("reference", reference, "reference.similar", true, { reference: similar.reference });
    return { ...refusal, doubt: agrees ? null : similar.reference };
  }
  const lacking: readonly [NamedField, boolean][] = [
    // A credit note is due to nobody, and one that is used up owes nothing either.
    ["due_date", debt === undefined && row.debt.dueDate === null && row.debt.creditMinor === null],
    ["name", debtor === undefined && !described && row.debtor.name === null],
  ];
  const empty = lacking.filter(([, lacks]) => lacks).map(([field]) => columnOf(field));
  if (empty.length === 0) return null;
  // A cell that could not be read is told of already.
  const missing = empty.filter((column) => !row.warnings.some((warning) => warning.column === column));
  return { problems: [...missing.map((column) => ({ column, value: "", code: "cell.missing" as const })), ...row.warnings], doubt: null };
}

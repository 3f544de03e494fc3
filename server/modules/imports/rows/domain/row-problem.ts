/** What is wrong with one cell of a row. The sentence is made when somebody reads it, in their language. */
export interface RowProblem {
  /** The header as it stands in the file. */
  readonly column: string;
  readonly value: string;
  readonly code: ProblemCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A row that was not taken in, or only without the cells it is told of. */
export interface RejectedRow {
  /** Where the row begins in the file, 1 = the header. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly problems: readonly RowProblem[];
  /** What could be read of it is in. */
  readonly taken?: true;
}

/** Every code there is. */
export const PROBLEM_CODES = [
  "cell.missing",
  "cell.formula_error",
  "cell.too_long",
  "row.width",
  "row.quotes",
  "cell.several_rows",
  "cell.quotes",
  "cell.rounded",
  "row.stored_data_unreadable",
  "date.invalid",
  "date.future",
  "date.implausible",
  "date.undecided",
  "date.mixed",
  "amount.other_currency",
  "amount.invalid",
  "amount.negative",
  "amount.too_large",
  "amount.zero",
  "currency.invalid",
  "currency.unknown",
  "country.unknown",
  "subdivision.unknown",
  "language.unknown",
  "kind.unknown",
  "consent.unknown",
  "phone.invalid",
  "phone.rounded",
  "phone.without_country",
  "phone.second",
  "reference.repeated",
  "reference.similar",
  "id.similar",
  "reference.credit_note",
  "reference.of_another",
  "currency.changed",
  "id.two_names",
  "id.of_another_name",
  "debtor.erased",
  "payment.repeated",
  "payment.different",
  "payment.unplaced",
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

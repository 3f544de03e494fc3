import { words } from "../../../../shared/words.js";
import { columnNames } from "./column-names.js";
import { DEBT_FIELDS, type Field, type ImportKind, PAYMENT_FIELDS } from "./fields.js";

/** Columns that a returned file of refused rows carries beside the original ones; ignored when it is sent again. */
export const REPORT_COLUMNS = ["saldo_line", "saldo_column", "saldo_value", "saldo_problem", "saldo_remedy"] as const;

export function isReportColumn(header: string): boolean {
  return (REPORT_COLUMNS as readonly string[]).includes(header);
}

const REQUIRED: Readonly<Record<ImportKind, readonly Field[]>> = {
  debts: ["external_id", "name", "reference", "currency", "due_date"],
  payments: ["payment_id", "amount", "currency", "value_date"],
};

/** Which field each column of a file holds; null for a column that is not used. */
export interface ColumnMap {
  readonly kind: ImportKind;
  readonly headers: readonly string[];
  readonly fields: readonly (Field | null)[];
  /** Field names without which no row can be read. */
  readonly missing: readonly string[];
}

/** Recognises columns by their headers; of two columns with one meaning the first is used. */
export function mapColumns(kind: ImportKind, headers: readonly string[]): ColumnMap {
  const meanings = meaningsOf(kind);
  return withFields(
    kind,
    headers,
    headers.map((header) => meanings.get(plainHeader(header)) ?? null),
  );
}

/** Takes the meanings as they are given, by position; of two columns with one meaning the first is used. */
export function withFields(kind: ImportKind, headers: readonly string[], given: readonly (Field | null)[]): ColumnMap {
  const taken = new Set<Field>();
  const fields = headers.map((_, index) => {
    const field = given[index] ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
  const missing: string[] = REQUIRED[kind].filter((field) => !taken.has(field));
  if (kind === "debts" && !taken.has("principal") && !taken.has("balance")) missing.push("balance");
  if (kind === "payments" && !taken.has("reference") && !taken.has("external_id")) missing.push("reference");
  return { kind, headers, fields, missing };
}

function meaningsOf(kind: ImportKind): Map<string, Field> {
  const meanings = new Map<string, Field>();
  for (const [field, names] of columnNames(kind, kind === "debts" ? DEBT_FIELDS : PAYMENT_FIELDS)) {
    for (const name of names) if (!meanings.has(plainHeader(name))) meanings.set(plainHeader(name), field);
  }
  return meanings;
}

/** What comes after so many signs tells no column from another. */
export const LONGEST_HEADER = 300;

/** Headers are compared without case, accents and punctuation. */
export function plainHeader(header: string): string {
  return words(header.slice(0, LONGEST_HEADER)).join(" ");
}

import { words } from "../../../../shared/words.js";
import { columnNames } from "./column-names.js";
import { IMPORT_FIELDS, missingFields, type ImportField, type ImportKind } from "../../../../shared/import-fields.js";

/** Columns that a returned file of refused rows carries beside the original ones; ignored when it is sent again. */
export const REPORT_COLUMNS = ["saldo_line", "saldo_column", "saldo_value", "saldo_problem", "saldo_remedy"] as const;

export function isReportColumn(header: string): boolean {
  return (REPORT_COLUMNS as readonly string[]).includes(header);
}

/** Which field each column of a file holds; null for a column that is not used. */
export interface ColumnMap {
  readonly kind: ImportKind;
  readonly headers: readonly string[];
  readonly fields: readonly (ImportField | null)[];
  /** ImportField names without which no row can be read. */
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
export function withFields(kind: ImportKind, headers: readonly string[], given: readonly (ImportField | null)[]): ColumnMap {
  const taken = new Set<ImportField>();
  const fields = headers.map((_, index) => {
    const field = given[index] ?? null;
    if (field === null || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
  const missing = missingFields(kind, (field) => taken.has(field));
  return { kind, headers, fields, missing };
}

function meaningsOf(kind: ImportKind): Map<string, ImportField> {
  const meanings = new Map<string, ImportField>();
  for (const [field, names] of columnNames(kind, IMPORT_FIELDS[kind])) {
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

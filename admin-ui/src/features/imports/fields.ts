import { missingFields } from "@shared/import-fields.js";
import type { ImportField, ImportKind } from "@/api/types";

const DATES: ReadonlySet<string> = new Set(["due_date", "consent_date", "credit_date", "value_date"]);
const AMOUNTS: ReadonlySet<string> = new Set(["balance", "principal", "instalment", "amount"]);
export const isDate = (field: ImportField | null) => field !== null && DATES.has(field);
export const isAmount = (field: ImportField | null) => field !== null && AMOUNTS.has(field);

/** Fields no row can do without and no column has. The server decides; this says it while the columns are being chosen. */
export function missingOf(kind: ImportKind, fields: readonly (ImportField | null)[]): ImportField[] {
  return missingFields(kind, (field) => fields.includes(field));
}

/** A field belongs to one column: taken for another, it leaves the one that had it. */
export function withField(fields: readonly (ImportField | null)[], index: number, field: ImportField | null): (ImportField | null)[] {
  return fields.map((before, at) => (at === index ? field : before === field ? null : before));
}

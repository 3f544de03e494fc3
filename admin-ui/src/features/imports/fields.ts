import type { ImportField, ImportKind } from "@/api/types";

/** What a column can mean, in the order of importance. */
export const FIELDS: Record<ImportKind, readonly ImportField[]> = {
  debts: [
    "external_id",
    "name",
    "reference",
    "balance",
    "principal",
    "currency",
    "due_date",
    "phone",
    "consent",
    "consent_source",
    "consent_date",
    "country",
    "subdivision",
    "language",
    "document",
    "kind",
    "product",
    "employment",
    "instalment",
    "credit_date",
    "source",
  ],
  payments: ["payment_id", "reference", "external_id", "amount", "currency", "value_date"],
};

const DATES: ReadonlySet<string> = new Set(["due_date", "consent_date", "credit_date", "value_date"]);
const AMOUNTS: ReadonlySet<string> = new Set(["balance", "principal", "instalment", "amount"]);
const REQUIRED: Record<ImportKind, readonly ImportField[]> = {
  debts: ["external_id", "name", "reference", "currency", "due_date"],
  payments: ["payment_id", "amount", "currency", "value_date"],
};
/** Of these one is enough. */
const EITHER: Record<ImportKind, readonly ImportField[]> = { debts: ["balance", "principal"], payments: ["reference", "external_id"] };

export const isDate = (field: ImportField | null) => field !== null && DATES.has(field);
export const isAmount = (field: ImportField | null) => field !== null && AMOUNTS.has(field);

/** Fields no row can do without and no column has. The server decides; this says it while the columns are being chosen. */
export function missingOf(kind: ImportKind, fields: readonly (ImportField | null)[]): ImportField[] {
  const has = (field: ImportField) => fields.includes(field);
  const [first] = EITHER[kind];
  return [...REQUIRED[kind].filter((field) => !has(field)), ...(first && !EITHER[kind].some(has) ? [first] : [])];
}

/** A field belongs to one column: taken for another, it leaves the one that had it. */
export function withField(fields: readonly (ImportField | null)[], index: number, field: ImportField | null): (ImportField | null)[] {
  return fields.map((before, at) => (at === index ? field : before === field ? null : before));
}

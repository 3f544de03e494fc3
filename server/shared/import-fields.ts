/** What a column of a file can mean, by what the file holds; in the order of importance, in which the panel lists them. */
export const IMPORT_FIELDS = {
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
    "document_type",
    "source",
  ],
  payments: ["payment_id", "reference", "external_id", "amount", "currency", "value_date"],
} as const;

export type ImportKind = keyof typeof IMPORT_FIELDS;
export type DebtField = (typeof IMPORT_FIELDS)["debts"][number];
export type PaymentField = (typeof IMPORT_FIELDS)["payments"][number];
export type ImportField = DebtField | PaymentField;

const REQUIRED: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  debts: ["external_id", "name", "reference", "currency", "due_date"],
  payments: ["payment_id", "amount", "currency", "value_date"],
};
/** Of these one is enough; where there is none, the first is asked for. */
const EITHER: Readonly<Record<ImportKind, readonly [ImportField, ImportField]>> = {
  debts: ["balance", "principal"],
  payments: ["reference", "external_id"],
};

/** Fields no row of such a file can be read without and no column holds. */
export function missingFields(kind: ImportKind, has: (field: ImportField) => boolean): ImportField[] {
  const missing = REQUIRED[kind].filter((field) => !has(field));
  return EITHER[kind].some(has) ? missing : [...missing, EITHER[kind][0]];
}

/** What a column of a file can mean. */
export const DEBT_FIELDS = [
  "external_id",
  "name",
  "phone",
  "country",
  "subdivision",
  "language",
  "document",
  "kind",
  "consent",
  "consent_source",
  "consent_date",
  "reference",
  "product",
  "principal",
  "balance",
  "currency",
  "due_date",
  "employment",
  "instalment",
  "credit_date",
  "source",
] as const;
export const PAYMENT_FIELDS = ["payment_id", "reference", "external_id", "amount", "currency", "value_date"] as const;

export type DebtField = (typeof DEBT_FIELDS)[number];
export type PaymentField = (typeof PAYMENT_FIELDS)[number];
export type Field = DebtField | PaymentField;
export type ImportKind = "debts" | "payments";

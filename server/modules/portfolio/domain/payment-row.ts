import type { CalendarDate } from "../../../shared/calendar.js";
import type { Currency } from "../../../shared/money.js";
import type { RowReader } from "./row-reader.js";

/** A payment as its sender describes it. */
export interface PaymentInput {
  /** Its id where it was received. */
  readonly externalId: string;
  readonly debtReference: string | null;
  readonly debtorExternalId: string | null;
  readonly amountMinor: number;
  readonly currency: Currency;
  readonly valueDate: CalendarDate;
}

export interface PaymentRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly payment: PaymentInput;
}

/** @returns null when the reader has gathered problems */
export function readPaymentRow(reader: RowReader, line: number): PaymentRow | null {
  const externalId = reader.required("payment_id", 100);
  const debtReference = reader.text("reference", 100);
  const debtorExternalId = reader.text("external_id", 100);
  if (debtReference === null && debtorExternalId === null) reader.refuse("reference", "payment.unplaced");
  const currency = reader.currency();
  const amountMinor = reader.amount("amount", currency);
  if (amountMinor === 0) reader.refuse("amount", "amount.zero");
  const valueDate = reader.date("value_date");
  for (const [field, value] of [
    ["amount", amountMinor],
    ["value_date", valueDate],
  ] as const) {
    if (value === null && reader.problems.length === 0) reader.refuse(field, "cell.missing");
  }
  if (reader.problems.length > 0 || amountMinor === null || valueDate === null) return null;
  return { line, cells: reader.cells, payment: { externalId, debtReference, debtorExternalId, amountMinor, currency, valueDate } };
}

/** Whether two descriptions are of one payment: everything but the id they share. */
export function samePayment(a: PaymentInput, b: PaymentInput): boolean {
  return (
    a.amountMinor === b.amountMinor &&
    a.currency === b.currency &&
    a.valueDate === b.valueDate &&
    a.debtReference === b.debtReference &&
    a.debtorExternalId === b.debtorExternalId
  );
}

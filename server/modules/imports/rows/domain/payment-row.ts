import type { CalendarDate } from "../../../../shared/calendar.js";
import type { PaymentInput } from "../../../payments/rules.js";
import type { RowReader } from "./row-reader.js";

export interface FilePayment {
  readonly line: number;
  readonly cells: readonly string[];
  readonly payment: PaymentInput;
}

/** @returns null when the reader has gathered problems */
export function readPaymentRow(reader: RowReader, line: number, today: CalendarDate): FilePayment | null {
  const externalId = reader.required("payment_id", 100);
  const debtReference = reader.text("reference", 100);
  const debtorExternalId = reader.text("external_id", 100);
  if (debtReference === null && debtorExternalId === null) reader.refuse("reference", "payment.unplaced");
  const currency = reader.currency();
  const amountMinor = reader.amount("amount", currency);
  if (amountMinor === 0) reader.refuse("amount", "amount.zero");
  const valueDate = reader.date("value_date", today);
  for (const [field, value] of [
    ["amount", amountMinor],
    ["value_date", valueDate],
  ] as const) {
    if (value === null && reader.problems.length === 0) reader.refuse(field, "cell.missing");
  }
  if (reader.problems.length > 0 || amountMinor === null || valueDate === null) return null;
  return { line, cells: reader.cells, payment: { externalId, debtReference, debtorExternalId, amountMinor, currency, valueDate } };
}

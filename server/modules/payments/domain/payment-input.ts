import type { CalendarDate } from "../../../shared/calendar.js";
import type { Currency } from "../../../shared/money.js";

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

/** Journal event types of payments; version 1 each. Payloads carry public ids, amounts, dates and codes, never text. */
export const paymentsEvents = {
  paymentReceived: "payment.received",
  paymentReversed: "payment.reversed",
  paymentIdentified: "payment.identified",
  /** A file brought a credit note. */
  creditReceived: "credit.received",
  /** A file says that a credit note is worth something else than before. */
  creditChanged: "credit.changed",
  creditReversed: "credit.reversed",
  /** Money in hand was placed on what its debtor owes. */
  creditPlaced: "credit.placed",
  /** It was taken off again. */
  creditFreed: "credit.freed",
  /** The creditor gave a debt up. payload: debt, amountMinor (what was owed then), currency */
  debtWrittenOff: "debt.written_off",
  /** The creditor let all or a part of what is owed go. payload: debt, amountMinor, currency */
  debtSettled: "debt.settled",
  /** Both were taken back. payload: debt, writtenOffMinor, forgivenMinor, currency */
  debtRestored: "debt.restored",
} as const;

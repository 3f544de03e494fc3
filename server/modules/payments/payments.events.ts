/** Journal event types of payments; version 1 each. Payloads carry public ids, amounts, dates and codes, never text. */
export const paymentsEvents = {
  paymentReceived: "payment.received",
  paymentReversed: "payment.reversed",
  paymentIdentified: "payment.identified",
} as const;

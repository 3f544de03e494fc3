/** Journal event types of the portfolio; version 1 each. Payloads carry public ids, amounts, dates and codes, never text or addresses. */
export const portfolioEvents = {
  debtorImported: "debtor.imported",
  debtorChanged: "debtor.changed",
  /** A number turned out to be two debtors': it is used for neither. */
  numberShared: "number.shared",
  /** The number stands for one debtor again. */
  numberCleared: "number.cleared",
  /** Somebody said that the number is this debtor's. */
  numberAssigned: "number.assigned",
  /** Somebody said that the number is another debtor's. */
  numberDenied: "number.denied",
  debtImported: "debt.imported",
  debtChanged: "debt.changed",
  paymentReceived: "payment.received",
  paymentReversed: "payment.reversed",
  paymentIdentified: "payment.identified",
  holdPlaced: "hold.placed",
  holdReleased: "hold.released",
  consentWithdrawn: "consent.withdrawn",
  importFinished: "import.finished",
  importFailed: "import.failed",
  importCancelled: "import.cancelled",
  importUndone: "import.undone",
  /** A debt that an undone import had brought: cancelled, and out of the way of its reference. */
  debtUndone: "debt.undone",
} as const;

/** Journal event types of debtors, debts, numbers and holds; version 1 each. Payloads carry public ids, amounts, dates and codes, never text or addresses. */
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
  /** The helpdesk drops what is written from the number. payload: contactPoints (public ids), since */
  numberBlocked: "number.blocked",
  /** What is written from the number is heard again. payload: contactPoints (public ids) */
  numberUnblocked: "number.unblocked",
  debtImported: "debt.imported",
  debtChanged: "debt.changed",
  holdPlaced: "hold.placed",
  holdReleased: "hold.released",
  consentWithdrawn: "consent.withdrawn",
  /** A debt that an undone import had brought: cancelled, and out of the way of its reference. */
  debtUndone: "debt.undone",
} as const;

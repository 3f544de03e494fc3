export { CreditNotes, noteState, type StatedNote } from "./credit-notes.service.js";
export { Credits } from "./credits.service.js";
export { LedgerStore, type NewEntry } from "./ledger.store.js";
export { PaymentDoubts } from "./payment-doubts.service.js";
export { paymentsEvents } from "./payments.events.js";
export { PaymentsModule } from "./payments.module.js";
export { type PaymentOutcome, Payments } from "./payments.service.js";
export type { PaymentRecord } from "./payments-rows.tables.js";
export { LEDGER_ENTRY, PAYMENT, type PaymentsTables } from "./payments.tables.js";

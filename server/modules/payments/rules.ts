export { allocate, type Allocation, type OwingDebt } from "./domain/allocation.js";
export { type ChangedNote, type NoteState, restate } from "./domain/credit-note.js";
export { type PaymentInput, samePayment } from "./domain/payment-input.js";
export { type PaymentStatus, paymentStatus } from "./domain/payment-status.js";

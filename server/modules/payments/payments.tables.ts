/** Names for read-only SQL of other modules. */
export const LEDGER_ENTRY = "ledger_entry";
export const PAYMENT = "payment";

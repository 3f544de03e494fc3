/** Names for read-only SQL of other modules (`*.plan.ts`, `*.view.ts`, kpis). */
export const DEBTOR = "debtor";
export const DEBTOR_LOOKUP = "debtor_lookup";
export const CONTACT_POINT = "contact_point";
export const DEBT = "debt";
export const LEDGER_ENTRY = "ledger_entry";
export const PAYMENT = "payment";
export const HOLD = "hold";
export const PORTFOLIO_IMPORT = "portfolio_import";
export const IMPORT_CHANGE = "import_change";
export const IMPORT_REJECT = "import_reject";

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
export const IMPORT_PROFILE = "import_profile";
export const IMPORT_TRACE = "import_trace";
export const IMPORT_UPLOAD = "import_upload";
export const IMPORT_UPLOAD_PIECE = "import_upload_piece";
export const NUMBER_OWNER = "number_owner";

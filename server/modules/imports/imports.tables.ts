/** Names for read-only SQL of other modules. */
export const PORTFOLIO_IMPORT = "portfolio_import";
export const IMPORT_REJECT = "import_reject";

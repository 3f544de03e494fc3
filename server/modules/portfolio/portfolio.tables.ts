/** Names for read-only SQL of other modules (`*.plan.ts`, `*.view.ts`, kpis). */
export const DEBTOR = "debtor";
export const DEBTOR_LOOKUP = "debtor_lookup";
export const CONTACT_POINT = "contact_point";
export const DEBT = "debt";
export const HOLD = "hold";
export const NUMBER_OWNER = "number_owner";

import type { TablesOf } from "../../platform/database/typed-sql.js";
import type { ContactPointRow } from "./contact-point.entity.js";
import type { DebtRow } from "./debt.entity.js";
import type { DebtorLookupRow } from "./debtor-lookup.entity.js";
import type { DebtorRow } from "./debtor.entity.js";
import type { HoldRow } from "./hold.entity.js";
import type { NumberOwnerRow } from "./number-owner.entity.js";

/** Names for read-only SQL of other modules (`*.plan.ts`, `*.view.ts`, kpis). */
export const DEBTOR = "debtor";
export const DEBTOR_LOOKUP = "debtor_lookup";
export const CONTACT_POINT = "contact_point";
export const DEBT = "debt";
export const HOLD = "hold";
export const NUMBER_OWNER = "number_owner";

export type PortfolioTables = TablesOf<
  typeof DebtorRow | typeof DebtorLookupRow | typeof ContactPointRow | typeof DebtRow | typeof HoldRow | typeof NumberOwnerRow
>;

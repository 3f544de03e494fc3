import type { TablesOf } from "../../platform/database/typed-sql.js";
import type { ContactAttemptRow } from "./contact-attempt.entity.js";
import type { OptOutRow } from "./opt-out.entity.js";

/** Names for read-only SQL of other modules. */
export const CONTACT_ATTEMPT = "contact_attempt";
export const OPT_OUT = "opt_out";

export type PolicyTables = TablesOf<typeof ContactAttemptRow | typeof OptOutRow>;

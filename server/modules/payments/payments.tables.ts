import type { TablesOf } from "../../platform/database/typed-sql.js";
import type { LedgerEntryRow } from "./ledger-entry.entity.js";
import type { PaymentMentionRow } from "./payment-mention.entity.js";
import type { PaymentRow } from "./payment.entity.js";

/** Names for read-only SQL of other modules. */
export const LEDGER_ENTRY = "ledger_entry";
export const PAYMENT = "payment";

export type PaymentsTables = TablesOf<typeof PaymentRow | typeof PaymentMentionRow | typeof LedgerEntryRow>;

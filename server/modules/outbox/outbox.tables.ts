import type { TablesOf } from "../../platform/database/typed-sql.js";
import type { MessageDebtRow } from "./message-debt.entity.js";
import type { MessageStatusRow } from "./message-status.entity.js";
import type { OutboxMessageRow } from "./outbox-message.entity.js";

/** Names for read-only SQL of other modules (`*.plan.ts`, `*.view.ts`, kpis). */
export const OUTBOX_MESSAGE = "outbox_message";
export const MESSAGE_DEBT = "message_debt";
export const MESSAGE_STATUS = "message_status";

export type OutboxTables = TablesOf<typeof OutboxMessageRow | typeof MessageDebtRow | typeof MessageStatusRow>;

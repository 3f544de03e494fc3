/** Names for read-only SQL of other modules (`*.plan.ts`, `*.view.ts`, kpis). */
export const OUTBOX_MESSAGE = "outbox_message";
export const MESSAGE_DEBT = "message_debt";
export const MESSAGE_STATUS = "message_status";

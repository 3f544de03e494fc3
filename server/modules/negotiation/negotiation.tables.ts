/** Name for read-only SQL of other modules (`*.view.ts`, kpis). */
export const INBOUND_MESSAGE = "inbound_message";

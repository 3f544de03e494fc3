/** Names for read-only SQL of other modules (`*.view.ts`, kpis). */
export const ESCALATION = "escalation";
export const HOST_ACTION = "host_action";

import type { TablesOf } from "../../platform/database/typed-sql.js";
import type { EscalationRow } from "./escalation.entity.js";
import type { HostActionRow } from "./host-action.entity.js";

/** Names for read-only SQL of other modules (`*.view.ts`, kpis). */
export const ESCALATION = "escalation";
export const HOST_ACTION = "host_action";

export type EscalationsTables = TablesOf<typeof EscalationRow | typeof HostActionRow>;

export { DebtorCalls } from "./debtor-calls.service.js";
export { EscalationRow } from "./escalation.entity.js";
export { escalationEvents } from "./escalations.events.js";
export { EscalationsModule } from "./escalations.module.js";
export { type Call, Escalations } from "./escalations.service.js";
export { ESCALATION, type EscalationsTables, HOST_ACTION } from "./escalations.tables.js";
export { HostActionRow } from "./host-action.entity.js";
export { HostActions } from "./host-actions.service.js";

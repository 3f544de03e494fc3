export { Attempts, type Attempt } from "./attempts.js";
export { ContactAttemptRow } from "./contact-attempt.entity.js";
export { PolicyFactsView } from "./facts.view.js";
export { OptOutRow } from "./opt-out.entity.js";
export { OptOuts } from "./opt-outs.js";
export { type DebtorIntent, PolicyDesk } from "./policy-desk.js";
export { policyEvents } from "./policy.events.js";
export { PolicyModule } from "./policy.module.js";
export { CONTACT_ATTEMPT, OPT_OUT } from "./policy.tables.js";

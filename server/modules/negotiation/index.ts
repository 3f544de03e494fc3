export { DateQuestionRow } from "./date-question.entity.js";
export { InboundMessageRow } from "./inbound-message.entity.js";
export { negotiationEvents } from "./negotiation.events.js";
export { NegotiationModule } from "./negotiation.module.js";
export { INBOUND_MESSAGE, type NegotiationTables, PROMISE, PROMISE_DEBT } from "./negotiation.tables.js";
export { PromiseDebtRow } from "./promise-debt.entity.js";
export { PromiseRow } from "./promise.entity.js";
export { type ActivePromise, type PromiseCounts, PromisesReader } from "./promises.reader.js";
export { DebtorConductView } from "./debtor-conduct.view.js";

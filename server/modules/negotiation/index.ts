export { InboundMessageRow } from "./inbound-message.entity.js";
export { negotiationEvents } from "./negotiation.events.js";
export { NegotiationModule } from "./negotiation.module.js";
export { INBOUND_MESSAGE } from "./negotiation.tables.js";

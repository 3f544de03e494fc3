export { createSandbox, type SandboxOptions } from "./create-sandbox.js";
export type { Sandbox } from "./sandbox.js";
export type { DebtorMessage } from "./control/debtor.js";
export { demoSeed, type SandboxSeed, type SeedAccount, type SeedInbox, type SeedUser } from "./seed.js";
export { FAULT_KINDS, type FaultKind, type FaultRule } from "./faults/fault.js";
export { ENGAGEMENT_LIMIT, NOT_ON_WHATSAPP, type DeliveryProfile } from "./whatsapp/profiles.js";
export type { GraphRequest } from "./whatsapp/outgoing.js";
export type { WebhookAttempt } from "./webhooks/dispatcher.js";
export type { ContactRecord, ConversationRecord, MessageRecord } from "./state/records.js";

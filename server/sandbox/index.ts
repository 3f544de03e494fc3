/**
 * A stand-in Chatwoot 4.16 with a stand-in Meta behind it, for the demo and the tests only.
 *
 * The host's REST API is under `/api/v1`, its page under `/app/accounts/:id/conversations`, Graph template management under
 * `/graph/v23.0/:waba/message_templates`. What no helpdesk has is under `/sandbox/api`:
 *
 * | call | does |
 * | --- | --- |
 * | `POST inbound {accountId, phone or conversationId, text, replyToMessageId?, profileName?, inboxId?}` | the debtor writes |
 * | `POST press {accountId, messageId, title}` | the debtor presses a button |
 * | `POST receipt {accountId, messageId, status, code?, title?}` | the debtor's phone reports |
 * | `GET/POST/DELETE faults`, `DELETE faults/:id` | see `FaultRule` |
 * | `POST profiles {phone or inboxId or nothing, profile}` or `{reset: true}` | see `DeliveryProfile` |
 * | `POST throttles {on}` or own limits | the host's rate limits |
 * | `GET/POST meta/templates {inboxId, …}`, `PATCH meta/templates/:id {status}`, `POST meta/review` | Meta's review |
 * | `GET state`, `messages?ref=&accountId=`, `graph-requests`, `statuses`, `webhook-attempts`, `templates-shown`, `live` | looking in |
 */
export { createSandbox, type SandboxOptions } from "./create-sandbox.js";
export type { Sandbox } from "./sandbox.js";
export type { DebtorMessage } from "./control/debtor.js";
export type { PhoneMessage } from "./control/phone.js";
export { demoSeed, type SandboxSeed, type SeedAccount, type SeedInbox, type SeedUser } from "./seed.js";
export { FAULT_KINDS, type FaultKind, type FaultRule } from "./faults/fault.js";
export { ENGAGEMENT_LIMIT, NOT_ON_WHATSAPP, type DeliveryProfile } from "./whatsapp/profiles.js";
export type { ReviewPolicy, TemplateSubmission } from "./meta/template-registry.js";
export type { GraphRequest } from "./whatsapp/outgoing.js";
export type { WebhookAttempt } from "./webhooks/dispatcher.js";
export type { ContactRecord, ConversationRecord, MessageRecord } from "./state/records.js";

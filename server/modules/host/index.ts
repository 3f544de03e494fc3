export { ClockTrust } from "./clock-trust.service.js";
export { type Conversation, Conversations, SOURCE_TRUSTED_MS } from "./conversations/conversations.service.js";
export { type HostAccount, HostAccounts } from "./host-accounts.reader.js";
export {
  type EnsuredConversation,
  type HostAccess,
  HostApi,
  type HostContact,
  type HostContactCard,
  type HostContactChange,
  type HostConversationState,
  type HostMessage,
  type HostMessageDraft,
  type HostPerson,
  type HostTemplate,
  type HostUser,
  INBOX_STATES,
  type InboxState,
  type SendOutcome,
} from "./host-api.port.js";
export { type BlockedHandler, type ConversationHandler, type EarlierHandler, HostEvents, type MessageHandler } from "./host-events.port.js";
export { HostInstaller } from "./host-installer.service.js";
export { type HostInbox, HostSetup } from "./host-setup.port.js";
export { HostReadiness, type HostReadinessView } from "./reading/host-readiness.reader.js";
export { HOST_CONVERSATION, type HostTables } from "./host.tables.js";
export { HostModule } from "./host.module.js";
export { PendingStatuses } from "./pending-statuses.port.js";
export { type Backlog, WebhookBacklog } from "./webhooks/webhook-backlog.view.js";
export { webhookUrl } from "./webhooks/webhook-watch.service.js";
export { HelpdeskOfAccounts } from "./helpdesk.adapter.js";
export { RecordedConversations } from "./conversations/debtor-conversations.adapter.js";

export { ClockTrust } from "./clock-trust.service.js";
export { type Conversation, Conversations, SOURCE_TRUSTED_MS } from "./conversations.service.js";
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
} from "./host-api.js";
export { type BlockedHandler, type ConversationHandler, type EarlierHandler, HostEvents, type MessageHandler } from "./host-events.js";
export { HostInstaller } from "./host-installer.js";
export { type HostInbox, HostSetup } from "./host-setup.js";
export { HostReadiness, type HostReadinessView } from "./host-readiness.reader.js";
export { HOST_CONVERSATION } from "./host.tables.js";
export { HostModule } from "./host.module.js";
export { PendingStatuses } from "./pending-statuses.js";
export { type Backlog, WebhookBacklog } from "./webhook-backlog.view.js";
export { webhookUrl } from "./webhook-watch.js";

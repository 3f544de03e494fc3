import type { TablesOf } from "../../platform/database/typed-sql.js";
import type { ContactBlock } from "./contact-block.entity.js";
import type { HostConversation } from "./conversations/host-conversation.entity.js";
import type { HostCursor } from "./reading/host-cursor.entity.js";
import type { HostInboxRow } from "./host-inbox.entity.js";
import type { UnheardConversationRow } from "./reading/unheard-conversation.entity.js";
import type { WebhookDelivery } from "./webhooks/webhook-delivery.entity.js";

/** Names of the host module's tables, for read-only SQL of other modules. */
export const CONTACT_BLOCK = "contact_block";
export const HOST_CONVERSATION = "host_conversation";
export const WEBHOOK_DELIVERY = "webhook_delivery";
export const HOST_CURSOR = "host_cursor";
export const HOST_INBOX = "host_inbox";
export const UNHEARD_CONVERSATION = "unheard_conversation";

export type HostTables = TablesOf<
  | typeof ContactBlock
  | typeof HostConversation
  | typeof HostCursor
  | typeof HostInboxRow
  | typeof UnheardConversationRow
  | typeof WebhookDelivery
>;

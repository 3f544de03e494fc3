/** Names of the host module's tables, for read-only SQL of other modules. */
export const CONTACT_BLOCK = "contact_block";
export const HOST_CONVERSATION = "host_conversation";
export const WEBHOOK_DELIVERY = "webhook_delivery";
export const HOST_CURSOR = "host_cursor";
export const HOST_INBOX = "host_inbox";
export const UNHEARD_CONVERSATION = "unheard_conversation";

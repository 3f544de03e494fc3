/** Names for read-only SQL of other modules. */
export const HOST_CONVERSATION = "host_conversation";
export const WEBHOOK_DELIVERY = "webhook_delivery";

import type { HostConversationState, HostMessage } from "../host-api.js";
import { toConversation, toMessage } from "./mapping.js";
import { ConversationEvent, MessageEvent } from "./shapes.js";

/** What a webhook tells. `hostAccountId` is the body's claim; the account is decided by the address and the secret. */
export type WebhookPayload =
  | { readonly kind: "message"; readonly hostAccountId: number; readonly message: HostMessage; readonly conversation: HostConversationState }
  | { readonly kind: "conversation"; readonly hostAccountId: number; readonly conversation: HostConversationState };

/** @throws Error when an event Saldo subscribed to has a shape it does not know; null for events it has no use for */
export function readWebhook(event: string, body: unknown): WebhookPayload | null {
  switch (event) {
    case "message_created":
    case "message_updated":
      return messageEvent(body);
    case "conversation_created":
    case "conversation_updated":
    case "conversation_status_changed":
      return conversationEvent(body);
    default:
      return null;
  }
}

function messageEvent(body: unknown): WebhookPayload | null {
  const event = MessageEvent.parse(body);
  const conversation = toConversation(event.conversation);
  if (!conversation) return null;
  // The root has no status. The last message of the conversation has one; when it is another message, ours stays unknown.
  const last = event.conversation.messages?.find((message) => message.id === event.id);
  const message = toMessage({ ...event, status: last?.status ?? null }, conversation.id);
  return { kind: "message", hostAccountId: event.account.id, message, conversation };
}

function conversationEvent(body: unknown): WebhookPayload | null {
  const event = ConversationEvent.parse(body);
  const conversation = toConversation(event);
  return conversation && { kind: "conversation", hostAccountId: event.account.id, conversation };
}

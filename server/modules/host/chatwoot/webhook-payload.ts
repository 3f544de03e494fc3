import type { HostConversationState, HostMessage } from "../host-api.js";
import { toConversation, toMessage } from "./mapping.js";
import { Conversation, MessageEvent } from "./shapes.js";

/** What a webhook tells. */
export type WebhookPayload =
  | { readonly kind: "message"; readonly message: HostMessage; readonly conversation: HostConversationState }
  | { readonly kind: "conversation"; readonly conversation: HostConversationState };

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
  const last = event.conversation.messages.find((message) => message.id === event.id);
  const message = toMessage({ ...event, status: last?.status ?? null }, conversation.id);
  return { kind: "message", message, conversation };
}

function conversationEvent(body: unknown): WebhookPayload | null {
  const event = Conversation.parse(body);
  const conversation = toConversation(event);
  return conversation && { kind: "conversation", conversation };
}

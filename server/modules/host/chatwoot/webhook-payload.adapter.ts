import type { HostContactChange, HostConversationState, HostMessage } from "../host-api.port.js";
import { personOf, toConversation, toMessage } from "./mapping.adapter.js";
import { ContactEvent, ConversationShape, MessageEvent } from "./shapes.adapter.js";

/** What a webhook tells. */
export type WebhookPayload =
  | { readonly kind: "message"; readonly message: HostMessage; readonly conversation: HostConversationState }
  | { readonly kind: "conversation"; readonly conversation: HostConversationState }
  | { readonly kind: "contact"; readonly contact: HostContactChange };

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
    case "contact_updated":
      return { kind: "contact", contact: contactChange(ContactEvent.parse(body)) };
    default:
      return null;
  }
}

/**
 * Every message a contact writes changes it, and each change is told. Saldo wants to know who is blocked; the rest is not even stored.
 */
export function isOfUse(event: string, body: unknown): boolean {
  if (event !== "contact_updated") return true;
  const contact = ContactEvent.safeParse(body).data;
  return !contact || contact.blocked === true || changeOf(contact, "blocked") !== undefined;
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
  const event = ConversationShape.parse(body);
  const conversation = toConversation(event);
  return conversation && { kind: "conversation", conversation };
}

function contactChange(event: ContactEvent): HostContactChange {
  const updated = changeOf(event, "updated_at");
  const at = typeof updated === "string" ? Date.parse(updated) : Number.NaN;
  const changedAt = Number.isNaN(at) ? null : at;
  return { person: personOf(event), changedAt, blockedAt: changeOf(event, "blocked") === true ? changedAt : null };
}

/** What an attribute has become; undefined when it did not change. */
function changeOf({ changed_attributes }: ContactEvent, attribute: string): unknown {
  return changed_attributes?.find((change) => attribute in change)?.[attribute]?.current_value;
}

import { toIso } from "../../shared/instant.js";
import type { Changes, HostEvent } from "../events.js";
import type { ContactRecord, ConversationRecord, Json, JsonObject, MessageRecord } from "../state/records.js";
import type { World } from "../state/world.js";
import { pushConversation } from "./push.js";

/** The body of an account webhook: the state at dispatch time, not at the time of the event. */
export function webhookPayload(world: World, event: HostEvent, now: number): JsonObject {
  switch (event.name) {
    case "message_created":
    case "message_updated":
      return { ...messageData(world, event.message, now), event: event.name };
    case "conversation_created":
      return { ...conversationData(world, event.conversation, now), event: event.name };
    case "conversation_status_changed":
      // The host computes the diff after the commit, when it is gone.
      return { ...conversationData(world, event.conversation, now), event: event.name, changed_attributes: null };
    case "conversation_updated":
      return { ...conversationData(world, event.conversation, now), event: event.name, changed_attributes: changeList(event.changes) };
    case "contact_created":
      return { ...contactData(world, event.contact), event: event.name };
    case "contact_updated":
      return { ...contactData(world, event.contact), event: event.name, changed_attributes: changeList(event.changes) };
  }
}

export function accountOf(event: HostEvent): number {
  if ("message" in event) return event.message.accountId;
  return "conversation" in event ? event.conversation.accountId : event.contact.accountId;
}

export function isGone(world: World, event: HostEvent): boolean {
  if ("message" in event) return !world.messages.get(event.message.id);
  return "conversation" in event ? !world.conversations.get(event.conversation.id) : !world.contacts.get(event.contact.id);
}

/** No `status`, no `updated_at`, no `changed_attributes`: consumers must look elsewhere for them. */
function messageData(world: World, message: MessageRecord, now: number): JsonObject {
  const account = world.accounts.must(message.accountId);
  const inbox = world.inboxes.must(message.inboxId);
  return {
    account: { id: account.id, name: account.name },
    additional_attributes: message.additionalAttributes,
    content_attributes: message.contentAttributes,
    content_type: message.contentType,
    content: message.content,
    conversation: conversationData(world, world.conversations.must(message.conversationId), now),
    created_at: toIso(message.createdAt),
    id: message.id,
    inbox: { id: inbox.id, name: inbox.name },
    message_type: message.messageType,
    private: message.private,
    sender: senderData(world, message),
    source_id: message.sourceId,
  };
}

function senderData(world: World, message: MessageRecord): Json {
  const { sender } = message;
  if (sender?.type === "User") {
    const user = world.users.must(sender.id);
    return { id: user.id, name: user.name, email: user.email, type: "user" };
  }
  if (sender?.type === "AgentBot") return { id: sender.id, name: world.agentBots.must(sender.id).name, type: "agent_bot" };
  return sender ? contactData(world, world.contacts.must(sender.id)) : null;
}

function conversationData(world: World, conversation: ConversationRecord, now: number): JsonObject {
  const account = world.accounts.must(conversation.accountId);
  return { ...pushConversation(world, conversation, now), account: { id: account.id, name: account.name } };
}

function contactData(world: World, contact: ContactRecord): JsonObject {
  const account = world.accounts.must(contact.accountId);
  return {
    account: { id: account.id, name: account.name },
    additional_attributes: contact.additionalAttributes,
    avatar: "",
    custom_attributes: contact.customAttributes,
    email: contact.email,
    id: contact.id,
    identifier: contact.identifier,
    name: contact.name,
    phone_number: contact.phoneNumber,
    thumbnail: "",
    blocked: contact.blocked,
  };
}

function changeList(changes: Changes): Json {
  return Object.entries(changes).map(([column, [previous, current]]) => ({
    [column]: { previous_value: previous, current_value: current },
  }));
}

import type { HostConversationState, HostMessage, HostPerson, InboxState } from "../host-api.port.js";
import type { Contact } from "./contact-shapes.adapter.js";
import type { InboxFacts } from "./setup-shapes.adapter.js";
import type { ConversationShape, MessageShape } from "./shapes.adapter.js";

/** Our key in `content_attributes`. */
export const MARKER = "saldo";

export function toMessage(message: MessageShape, conversationId: number): HostMessage {
  const attributes = message.content_attributes;
  return {
    id: message.id,
    conversationId,
    direction: message.message_type,
    private: message.private ?? false,
    content: message.content ?? null,
    status: message.status ?? null,
    sourceId: message.source_id ?? null,
    ref: attributes?.saldo?.ref ?? null,
    inReplyTo: attributes?.in_reply_to ?? null,
    error: attributes?.external_error ?? null,
    createdAt: message.created_at,
    senderKind: senderKind(message),
    senderId: message.sender?.id ?? null,
    senderPhone: message.sender?.phone_number ?? null,
    deleted: attributes?.deleted ?? false,
  };
}

/** In webhooks a contact is the one sender without a `type`. */
function senderKind({ sender, message_type }: MessageShape): HostMessage["senderKind"] {
  switch (sender?.type?.toLowerCase()) {
    case "user":
      return "user";
    case "agent_bot":
    case "agentbot":
      return "agent_bot";
    case "contact":
      return "contact";
    default:
      return sender && message_type === "incoming" ? "contact" : "system";
  }
}

/** Null when the conversation names no contact: such a one cannot be a debtor's. */
export function toConversation(conversation: ConversationShape): HostConversationState | null {
  const contactId = conversation.meta?.sender?.id ?? conversation.contact_inbox?.contact_id;
  return contactId ? conversationOf(conversation, contactId) : null;
}

export function conversationOf(conversation: ConversationShape, contactId: number): HostConversationState {
  const last = conversation.messages.at(-1);
  return {
    id: conversation.id,
    inboxId: conversation.inbox_id,
    contactId,
    status: conversation.status,
    sourceId: conversation.contact_inbox?.source_id ?? last?.conversation?.contact_inbox?.source_id ?? null,
    labels: conversation.labels,
    updatedAt: conversation.updated_at ?? conversation.created_at ?? 0,
    person: conversation.meta?.sender ? personOf(conversation.meta.sender) : null,
    channel: conversation.channel ?? conversation.meta?.channel ?? null,
    canReply: conversation.can_reply ?? null,
    lastMessageId: last?.id ?? null,
    assigneeId: conversation.meta ? assigneeOf(conversation.meta) : undefined,
  };
}

/** A bot may be assigned as well, and is nobody. */
function assigneeOf({ assignee, assignee_type: kind }: NonNullable<ConversationShape["meta"]>): number | null {
  return assignee && kind !== "AgentBot" ? assignee.id : null;
}

export function personOf({ id, phone_number, blocked }: Contact): HostPerson {
  return { contactId: id, phone: phone_number ?? null, blocked: blocked ?? null };
}

export function inboxStateOf({ channel_type, reauthorization_required }: InboxFacts): InboxState {
  if (channel_type !== "Channel::Whatsapp") return "not_whatsapp";
  return reauthorization_required === true ? "reauthorise" : "open";
}

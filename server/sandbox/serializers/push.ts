import { toIso, toIsoOrNull } from "../../shared/instant.js";
import type {
  AgentBotRecord,
  ContactRecord,
  ConversationRecord,
  JsonObject,
  MessageRecord,
  TeamRecord,
  UserRecord,
} from "../state/records.js";
import type { World } from "../state/world.js";
import { withinWindow } from "../whatsapp/outgoing.js";
import { unix, unixFloat } from "./times.js";

/** The host's `push_event_data`: what its own screens receive, and what leaks into webhooks under `messages[0]` and `meta`. */

export const MESSAGE_TYPE_NUMBERS = { incoming: 0, outgoing: 1, activity: 2, template: 3 } as const;
const MOST_UNREAD = 10;

export function pushUser(user: UserRecord, availability = "online"): JsonObject {
  return {
    id: user.id,
    name: user.name,
    available_name: user.name,
    avatar_url: "",
    type: "user",
    availability_status: availability,
    thumbnail: "",
  };
}

export function pushBot(bot: AgentBotRecord): JsonObject {
  return { id: bot.id, name: bot.name, avatar_url: "", type: "agent_bot" };
}

export function pushContact(contact: ContactRecord): JsonObject {
  return {
    additional_attributes: contact.additionalAttributes,
    custom_attributes: contact.customAttributes,
    email: contact.email,
    id: contact.id,
    identifier: contact.identifier,
    name: contact.name,
    phone_number: contact.phoneNumber,
    thumbnail: "",
    blocked: contact.blocked,
    type: "contact",
  };
}

export function pushTeam(team: TeamRecord): JsonObject {
  return { id: team.id, name: team.name, icon: team.icon, icon_color: team.iconColor };
}

export function pushSender(world: World, message: MessageRecord): JsonObject | undefined {
  const { sender } = message;
  if (sender?.type === "User") {
    const user = world.users.must(sender.id);
    return pushUser(user, world.membership(message.accountId, user.id)?.availability);
  }
  if (sender?.type === "AgentBot") return pushBot(world.agentBots.must(sender.id));
  return sender ? pushContact(world.contacts.must(sender.id)) : undefined;
}

export function unreadCount(world: World, conversation: ConversationRecord): number {
  const seen = conversation.agentLastSeenAt ?? -1;
  const unread = world.messagesOf(conversation.id).filter((row) => row.messageType === "incoming" && row.createdAt > seen);
  return Math.min(unread.length, MOST_UNREAD);
}

export function pushMessage(world: World, message: MessageRecord): JsonObject {
  const conversation = world.conversations.must(message.conversationId);
  const sender = pushSender(world, message);
  return {
    id: message.id,
    content: message.content,
    account_id: message.accountId,
    inbox_id: message.inboxId,
    conversation_id: conversation.displayId,
    message_type: MESSAGE_TYPE_NUMBERS[message.messageType],
    created_at: unix(message.createdAt),
    updated_at: toIso(message.updatedAt),
    private: message.private,
    status: message.status,
    source_id: message.sourceId,
    content_type: message.contentType,
    content_attributes: message.contentAttributes,
    sender_type: message.sender?.type ?? null,
    sender_id: message.sender?.id ?? null,
    external_source_ids: {},
    additional_attributes: message.additionalAttributes,
    processed_message_content: message.content,
    sentiment: {},
    conversation: {
      assignee_id: conversation.assigneeId,
      unread_count: unreadCount(world, conversation),
      last_activity_at: unix(conversation.lastActivityAt),
      contact_inbox: { source_id: world.contactInboxes.must(conversation.contactInboxId).sourceId },
    },
    ...(sender ? { sender } : {}),
  };
}

/** The conversation object of webhooks: without uuid, contact_id, assignee_id and team_id, with the raw contact_inbox. */
export function pushConversation(world: World, conversation: ConversationRecord, now: number): JsonObject {
  const contactInbox = world.contactInboxes.must(conversation.contactInboxId);
  const contact = world.contacts.must(conversation.contactId);
  const assignee = world.users.get(conversation.assigneeId);
  const bot = world.agentBots.get(conversation.assigneeAgentBotId);
  const team = world.teams.get(conversation.teamId);
  const lastChat = world.messagesOf(conversation.id).findLast((row) => row.messageType !== "activity" && !row.private);
  return {
    additional_attributes: conversation.additionalAttributes,
    can_reply: withinWindow(world, conversation.id, now),
    channel: "Channel::Whatsapp",
    contact_inbox: {
      id: contactInbox.id,
      contact_id: contactInbox.contactId,
      inbox_id: contactInbox.inboxId,
      source_id: contactInbox.sourceId,
      created_at: toIso(contactInbox.createdAt),
      updated_at: toIso(contactInbox.updatedAt),
      hmac_verified: false,
      pubsub_token: contactInbox.pubsubToken,
    },
    id: conversation.displayId,
    inbox_id: conversation.inboxId,
    messages: lastChat ? [pushMessage(world, lastChat)] : [],
    labels: conversation.labels,
    meta: {
      sender: pushContact(contact),
      assignee: bot
        ? pushBot(bot)
        : assignee
          ? pushUser(assignee, world.membership(conversation.accountId, assignee.id)?.availability)
          : null,
      assignee_type: bot ? "AgentBot" : assignee ? "User" : null,
      team: team ? pushTeam(team) : null,
      hmac_verified: false,
    },
    status: conversation.status,
    custom_attributes: conversation.customAttributes,
    snoozed_until: toIsoOrNull(conversation.snoozedUntil),
    unread_count: unreadCount(world, conversation),
    first_reply_created_at: toIsoOrNull(conversation.firstReplyCreatedAt),
    priority: conversation.priority,
    waiting_since: unix(conversation.waitingSince),
    agent_last_seen_at: unix(conversation.agentLastSeenAt),
    contact_last_seen_at: 0,
    last_activity_at: unix(conversation.lastActivityAt),
    timestamp: unix(conversation.lastActivityAt),
    created_at: unix(conversation.createdAt),
    updated_at: unixFloat(conversation.updatedAt),
  };
}

import { toIsoOrNull } from "../../shared/instant.js";
import type {
  AgentBotRecord,
  ContactRecord,
  ConversationRecord,
  InboxRecord,
  JsonObject,
  MessageRecord,
  TeamRecord,
  UserRecord,
} from "../state/records.js";
import type { World } from "../state/world.js";
import { withinWindow } from "../whatsapp/outgoing.js";
import { MESSAGE_TYPE_NUMBERS, pushMessage, pushSender, unreadCount } from "./push.js";
import { unix, unixFloat } from "./times.js";

/** The host's REST views, one function a view, in the order of its own templates. */

export function inboxSlimJson(inbox: InboxRecord): JsonObject {
  return {
    id: inbox.id,
    avatar_url: "",
    channel_id: inbox.channelId,
    name: inbox.name,
    channel_type: "Channel::Whatsapp",
    provider: "whatsapp_cloud",
  };
}

export function contactJson(world: World, contact: ContactRecord, withInboxes: boolean): JsonObject {
  const contactInboxes: JsonObject = withInboxes
    ? {
        contact_inboxes: world
          .contactInboxesOf(contact.id)
          .map((row) => ({ source_id: row.sourceId, inbox: inboxSlimJson(world.inboxes.must(row.inboxId)) })),
      }
    : {};
  return {
    additional_attributes: contact.additionalAttributes,
    availability_status: "offline",
    email: contact.email,
    id: contact.id,
    name: contact.name,
    phone_number: contact.phoneNumber,
    blocked: contact.blocked,
    identifier: contact.identifier,
    thumbnail: "",
    custom_attributes: contact.customAttributes,
    ...(contact.lastActivityAt === null ? {} : { last_activity_at: unix(contact.lastActivityAt) }),
    created_at: unix(contact.createdAt),
    ...contactInboxes,
  };
}

export function agentJson(world: World, accountId: number, user: UserRecord): JsonObject {
  const membership = world.membership(accountId, user.id);
  return {
    id: user.id,
    account_id: accountId,
    availability_status: membership?.availability ?? "offline",
    auto_offline: true,
    confirmed: true,
    email: user.email,
    provider: "email",
    available_name: user.name,
    name: user.name,
    role: membership?.role ?? "agent",
    thumbnail: "",
    custom_role_id: null,
  };
}

export function agentBotSlimJson(bot: AgentBotRecord): JsonObject {
  return { id: bot.id, name: bot.name, description: bot.description, thumbnail: "", outgoing_url: bot.outgoingUrl, bot_type: "webhook" };
}

/** Token and secret only for administrators. */
export function agentBotJson(bot: AgentBotRecord, forAdministrator: boolean): JsonObject {
  return {
    ...agentBotSlimJson(bot),
    bot_config: bot.botConfig,
    account_id: bot.accountId,
    ...(forAdministrator ? { access_token: bot.accessToken, secret: bot.secret } : {}),
    system_bot: false,
  };
}

export function teamJson(team: TeamRecord, userId: number): JsonObject {
  return {
    id: team.id,
    name: team.name,
    description: team.description,
    allow_auto_assign: team.allowAutoAssign,
    icon: team.icon,
    icon_color: team.iconColor,
    account_id: team.accountId,
    is_member: team.memberIds.includes(userId),
  };
}

export function messageJson(world: World, message: MessageRecord): JsonObject {
  const sender = pushSender(world, message);
  return {
    id: message.id,
    content: message.content,
    inbox_id: message.inboxId,
    ...(message.echoId === null ? {} : { echo_id: message.echoId }),
    conversation_id: world.conversations.must(message.conversationId).displayId,
    message_type: MESSAGE_TYPE_NUMBERS[message.messageType],
    content_type: message.contentType,
    status: message.status,
    content_attributes: message.contentAttributes,
    created_at: unix(message.createdAt),
    private: message.private,
    source_id: message.sourceId,
    ...(sender ? { sender } : {}),
  };
}

export function conversationJson(world: World, conversation: ConversationRecord, now: number): JsonObject {
  const messages = world.messagesOf(conversation.id);
  const last = messages.at(-1);
  const lastSpoken = messages.findLast((row) => row.messageType !== "activity");
  return {
    meta: conversationMeta(world, conversation),
    id: conversation.displayId,
    messages: last ? [pushMessage(world, last)] : [],
    account_id: conversation.accountId,
    uuid: conversation.uuid,
    additional_attributes: conversation.additionalAttributes,
    agent_last_seen_at: unix(conversation.agentLastSeenAt),
    assignee_last_seen_at: 0,
    can_reply: withinWindow(world, conversation.id, now),
    contact_last_seen_at: 0,
    custom_attributes: conversation.customAttributes,
    inbox_id: conversation.inboxId,
    labels: conversation.labels,
    muted: false,
    snoozed_until: toIsoOrNull(conversation.snoozedUntil),
    status: conversation.status,
    created_at: unix(conversation.createdAt),
    updated_at: unixFloat(conversation.updatedAt),
    timestamp: unix(conversation.lastActivityAt),
    first_reply_created_at: unix(conversation.firstReplyCreatedAt),
    unread_count: unreadCount(world, conversation),
    last_non_activity_message: lastSpoken ? pushMessage(world, lastSpoken) : null,
    last_activity_at: unix(conversation.lastActivityAt),
    priority: conversation.priority,
    waiting_since: unix(conversation.waitingSince),
    sla_policy_id: null,
  };
}

/** `team.is_member` is about the caller in the host; here it is false, since nobody should build on it. */
function conversationMeta(world: World, conversation: ConversationRecord): JsonObject {
  const assignee = world.users.get(conversation.assigneeId);
  const bot = world.agentBots.get(conversation.assigneeAgentBotId);
  const team = world.teams.get(conversation.teamId);
  return {
    sender: contactJson(world, world.contacts.must(conversation.contactId), false),
    channel: "Channel::Whatsapp",
    ...(bot
      ? { assignee: agentBotSlimJson(bot), assignee_type: "AgentBot" }
      : assignee
        ? { assignee: agentJson(world, conversation.accountId, assignee), assignee_type: "User" }
        : {}),
    ...(team ? { team: teamJson(team, 0) } : {}),
    hmac_verified: false,
  };
}

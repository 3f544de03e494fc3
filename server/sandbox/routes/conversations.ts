import type { SandboxContext } from "../context.js";
import type { Contacts } from "../host/contacts.js";
import type { Conversations } from "../host/conversations.js";
import { crashed, notAuthorized, notFound } from "../host/host-error.js";
import { validateMessage } from "../host/message-validation.js";
import type { Messages } from "../host/messages.js";
import type { Call, HostRouter } from "../http/host-router.js";
import { Params } from "../http/params.js";
import { agentBotSlimJson, agentJson, conversationJson } from "../serializers/rest.js";
import { toIso, toIsoOrNull } from "../../shared/instant.js";
import type { ContactInboxRecord, ConversationStatus, JsonObject, Priority, TeamRecord } from "../state/records.js";
import { findContact, findConversation, findInbox, findTeam, seesInbox } from "./lookup.js";
import { messageDraft } from "./messages.js";

const STATUSES = new Set<string>(["open", "resolved", "pending", "snoozed"]);
const PRIORITIES = new Set<string>(["low", "medium", "high", "urgent"]);

/** Everything about one conversation except its messages. */
export function conversationRoutes(
  router: HostRouter,
  context: SandboxContext,
  contacts: Contacts,
  conversations: Conversations,
  messages: Messages,
): void {
  const { world, clock } = context;

  router.on("POST", "/conversations", { bots: true }, (call) => {
    const { params } = call;
    const contactInbox = contactInboxFor(call);
    const status = params.text("status");
    if (status && !STATUSES.has(status)) throw crashed();
    const message = params.hash("message");
    const draft = message && messageDraft(call, contactInbox.contactId, new Params(message));
    // One transaction in the host: a refused message leaves no conversation behind.
    if (draft) validateMessage(draft);
    const conversation = conversations.start(contactInbox, {
      status: status as ConversationStatus | undefined,
      snoozedUntil: instantOf(params.text("snoozed_until")),
      assigneeId: params.integer("assignee_id") ?? null,
      teamId: params.integer("team_id") ?? null,
      additionalAttributes: params.hash("additional_attributes"),
      customAttributes: params.hash("custom_attributes"),
    });
    if (draft) messages.create(conversation, draft);
    return conversationJson(world, conversation, clock.now());
  });
  router.on("GET", "/conversations/:conversation_id", { bots: true }, (call) =>
    conversationJson(world, findConversation(world, call), clock.now()),
  );
  router.on("DELETE", "/conversations/:conversation_id", { administrators: true }, (call) => {
    world.removeConversation(findConversation(world, call));
    return undefined;
  });
  router.on(["PATCH", "PUT"], "/conversations/:conversation_id", { bots: true }, (call) => {
    const conversation = findConversation(world, call);
    if (call.params.has("priority")) conversations.change(conversation, { priority: priorityOf(call.params) }, call.by);
    return conversationJson(world, conversation, clock.now());
  });
  router.on("POST", "/conversations/:conversation_id/toggle_status", { bots: true }, (call) => {
    const conversation = findConversation(world, call);
    const status = call.params.text("status") ?? (conversation.status === "open" ? "resolved" : "open");
    if (!STATUSES.has(status)) throw crashed();
    const handsOff = call.actor.kind === "bot" && conversation.status === "pending" && status === "open";
    const snoozedUntil = instantOf(call.params.text("snoozed_until"));
    conversations.change(
      conversation,
      {
        status: status as ConversationStatus,
        ...(snoozedUntil === undefined ? {} : { snoozedUntil }),
        ...(handsOff ? { assigneeAgentBotId: null, waitingSince: conversation.waitingSince ?? clock.now() } : {}),
      },
      call.by,
    );
    // A person of role agent who opens a conversation gets it.
    if (conversation.status === "open" && call.actor.kind === "user") {
      conversations.change(
        conversation,
        { assigneeAgentBotId: null, ...(call.actor.role === "agent" ? { assigneeId: call.userId } : {}) },
        call.by,
      );
    }
    return {
      meta: {},
      payload: {
        success: handsOff ? null : true,
        conversation_id: conversation.displayId,
        current_status: conversation.status,
        snoozed_until: toIsoOrNull(conversation.snoozedUntil),
      },
    };
  });
  router.on("POST", "/conversations/:conversation_id/toggle_priority", { bots: true }, (call) => {
    conversations.change(findConversation(world, call), { priority: priorityOf(call.params) }, call.by);
    return undefined;
  });
  router.on("POST", "/conversations/:conversation_id/toggle_typing_status", { bots: true }, (call) => {
    findConversation(world, call);
    return undefined;
  });
  router.on("POST", "/conversations/:conversation_id/update_last_seen", {}, (call) => {
    const conversation = findConversation(world, call);
    conversation.agentLastSeenAt = clock.now();
    return conversationJson(world, conversation, clock.now());
  });
  router.on("POST", "/conversations/:conversation_id/custom_attributes", { bots: true }, (call) => {
    const conversation = findConversation(world, call);
    conversations.change(conversation, { customAttributes: call.params.hash("custom_attributes") ?? {} }, call.by);
    return { custom_attributes: conversation.customAttributes };
  });
  router.on("GET", "/conversations/:conversation_id/labels", { bots: true }, (call) => ({ payload: findConversation(world, call).labels }));
  router.on("POST", "/conversations/:conversation_id/labels", { bots: true }, (call) => {
    const conversation = findConversation(world, call);
    conversations.change(conversation, { labels: [...new Set(call.params.texts("labels") ?? [])] }, call.by);
    return { payload: conversation.labels };
  });
  router.on("POST", "/conversations/:conversation_id/assignments", { bots: true }, (call) => {
    const conversation = findConversation(world, call);
    const { params } = call;
    if (params.text("assignee_type") === "AgentBot") {
      const bot = world.agentBots.get(params.integer("assignee_id"));
      if (bot?.accountId !== call.account.id) return null;
      conversations.change(conversation, { assigneeId: null, assigneeAgentBotId: bot.id }, call.by);
      return agentBotSlimJson(bot);
    }
    if (params.has("assignee_id")) {
      const id = params.integer("assignee_id");
      const member = id !== undefined && world.membership(call.account.id, id) ? world.users.must(id) : undefined;
      // An unknown id unassigns without a word.
      conversations.change(conversation, { assigneeId: member?.id ?? null, assigneeAgentBotId: null }, call.by);
      return member ? agentJson(world, call.account.id, member) : null;
    }
    if (!params.has("team_id")) return null;
    const team = world.teams.find((row) => row.accountId === call.account.id && row.id === params.integer("team_id"));
    conversations.change(conversation, { teamId: team?.id ?? null }, call.by);
    return team ? rawTeam(team) : null;
  });

  /** By inbox and contact (the number is derived), else by source id alone, which the host looks up globally and then authorises. */
  function contactInboxFor(call: Call): ContactInboxRecord {
    const { params } = call;
    const inbox = params.has("inbox_id") ? findInbox(world, call, params.integer("inbox_id")) : undefined;
    const contact = params.has("contact_id") ? findContact(world, call) : undefined;
    if (params.has("team_id") && params.integer("team_id") !== undefined) findTeam(world, call, params.integer("team_id"));
    if (inbox && contact) return contacts.bind(contact, inbox, params.text("source_id"));
    const row = world.contactInboxes.find((item) => item.sourceId === params.text("source_id"));
    if (!row) throw notFound();
    const owner = world.inboxes.must(row.inboxId);
    if (owner.accountId !== call.account.id || !seesInbox(call, owner)) throw notAuthorized();
    return row;
  }
}

function priorityOf(params: Params): Priority | null {
  const priority = params.text("priority");
  if (!priority) return null;
  if (!PRIORITIES.has(priority)) throw crashed();
  return priority as Priority;
}

/** Unix seconds or a date text, as the host parses it. */
function instantOf(text: string | undefined): number | undefined {
  if (!text) return undefined;
  const instant = /^\d+$/u.test(text) ? Number(text) * 1000 : Date.parse(text);
  return Number.isNaN(instant) ? undefined : instant;
}

/** The assignment answers with the database row, not with the team view. */
function rawTeam(team: TeamRecord): JsonObject {
  return {
    id: team.id,
    name: team.name,
    description: team.description,
    allow_auto_assign: team.allowAutoAssign,
    account_id: team.accountId,
    created_at: toIso(team.createdAt),
    updated_at: toIso(team.updatedAt),
    icon: team.icon,
    icon_color: team.iconColor,
  };
}

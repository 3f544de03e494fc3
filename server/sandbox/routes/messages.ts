import type { SandboxContext } from "../context.js";
import { HostError, notFound, unprocessable } from "../host/host-error.js";
import type { MessageDraft } from "../host/message-draft.js";
import type { Messages } from "../host/messages.js";
import type { Call, HostRouter } from "../http/host-router.js";
import type { Params } from "../http/params.js";
import { pushContact, pushUser } from "../serializers/push.js";
import { messageJson } from "../serializers/rest.js";
import { toIsoOrNull } from "../../shared/instant.js";
import type { ConversationRecord, JsonObject, MessageRecord, SenderRef } from "../state/records.js";
import type { World } from "../state/world.js";
import { findConversation } from "./lookup.js";

const AFTER_LIMIT = 100;
const PAGE = 20;
const BETWEEN_LIMIT = 1000;

export function messageRoutes(router: HostRouter, context: SandboxContext, messages: Messages): void {
  const { world, clock } = context;

  router.on("GET", "/conversations/:conversation_id/messages", {}, (call) => {
    const conversation = findConversation(world, call);
    const now = clock.now();
    const rows = world
      .messagesOf(conversation.id)
      .filter((row) => row.listedFrom <= now)
      .filter((row) => !call.params.text("filter_internal_messages") || !(row.private || row.messageType === "activity"));
    return {
      meta: listMeta(world, conversation),
      payload: pick(rows, call.params.integer("after"), call.params.integer("before")).map((row) => messageJson(world, row)),
    };
  });
  router.on("POST", "/conversations/:conversation_id/messages", { bots: true }, (call) => {
    const conversation = findConversation(world, call);
    // The controller rescues everything into 422 `{error}`, validation failures included.
    const message = rescued(() => messages.create(conversation, messageDraft(call, conversation.contactId, call.params)));
    return messageJson(world, message);
  });
  router.on(["PATCH", "PUT"], "/conversations/:conversation_id/messages/:id", {}, (call) => {
    findConversation(world, call);
    throw new HostError(403, { error: "Message status update is only allowed for API inboxes" });
  });
  router.on("DELETE", "/conversations/:conversation_id/messages/:id", {}, (call) => {
    const message = find(call);
    messages.update(message, { content: "This message was deleted", contentAttributes: { deleted: true } });
    return messageJson(world, message);
  });
  /** Loses our correlation id, and does nothing for a message the provider has accepted. */
  router.on("POST", "/conversations/:conversation_id/messages/:id/retry", {}, (call) => {
    const message = find(call);
    messages.update(message, { status: "sent", contentAttributes: {} });
    messages.send(message);
    return messageJson(world, message);
  });

  function find(call: Call): MessageRecord {
    const conversation = findConversation(world, call);
    const message = world.messages.get(call.params.id("id"));
    if (message?.conversationId !== conversation.id) throw notFound();
    return message;
  }
}

/** What the message builder takes from a request; also used for the message inside a new conversation. */
export function messageDraft(call: Call, contactId: number, params: Params): MessageDraft {
  const type = params.text("message_type") ?? "outgoing";
  if (type === "incoming") throw unprocessable("Incoming messages are only allowed in Api inboxes");
  if (type !== "outgoing" && type !== "template" && type !== "activity") throw unprocessable(`'${type}' is not a valid message_type`);
  const caller: SenderRef = call.actor.kind === "bot" ? { type: "AgentBot", id: call.actor.bot.id } : { type: "User", id: call.userId };
  const attributes = params.json("content_attributes");
  return {
    content: params.text("content") ?? null,
    messageType: type,
    contentType: params.text("content_type"),
    contentAttributes: typeof attributes === "string" ? parsed(attributes) : params.hash("content_attributes"),
    private: params.flag("private"),
    sender: type === "outgoing" ? caller : { type: "Contact", id: contactId },
    sourceId: params.text("source_id"),
    echoId: params.text("echo_id"),
    campaignId: params.json("campaign_id"),
    templateParams: params.json("template_params"),
  };
}

function rescued<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof HostError) || error.status === 500) throw error;
    const { body } = error;
    const sentence = body !== null && typeof body === "object" && !Array.isArray(body) ? (body["error"] ?? body["message"]) : null;
    throw unprocessable(String(sentence));
  }
}

function parsed(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as JsonObject) : {};
  } catch {
    return {};
  }
}

function pick(rows: readonly MessageRecord[], after: number | undefined, before: number | undefined): readonly MessageRecord[] {
  if (after !== undefined && before !== undefined) return rows.filter((row) => row.id >= after && row.id < before).slice(0, BETWEEN_LIMIT);
  if (before !== undefined) return rows.filter((row) => row.id < before).slice(-PAGE);
  return after === undefined ? rows.slice(-PAGE) : rows.filter((row) => row.id > after).slice(0, AFTER_LIMIT);
}

function listMeta(world: World, conversation: ConversationRecord): JsonObject {
  const assignee = world.users.get(conversation.assigneeId);
  return {
    labels: conversation.labels,
    additional_attributes: conversation.additionalAttributes,
    contact: pushContact(world.contacts.must(conversation.contactId)),
    ...(assignee ? { assignee: pushUser(assignee) } : {}),
    agent_last_seen_at: toIsoOrNull(conversation.agentLastSeenAt),
    assignee_last_seen_at: null,
  };
}

import { MINUTE } from "../../shared/instant.js";
import type { SandboxContext } from "../context.js";
import type { ConversationRecord, Json, JsonObject, MessageRecord, MessageStatus } from "../state/records.js";
import type { Contacts } from "./contacts.js";
import type { Conversations } from "./conversations.js";
import { unprocessable } from "./host-error.js";
import { renderLiquid, renderLiquidDeep } from "./liquid.js";
import type { MessageDraft } from "./message-draft.js";
import { validateMessage } from "./message-validation.js";

const MESSAGES_PER_MINUTE = 200;

/** Creates and updates messages with all that the host does after each. */
export class Messages {
  /** Set by the composition root: what the host's send job does with a message. */
  send: (message: MessageRecord) => void = () => {};

  constructor(
    private readonly context: SandboxContext,
    private readonly contacts: Contacts,
    private readonly conversations: Conversations,
  ) {
    conversations.recordActivity = (conversation, content, contentAttributes) => {
      this.create(conversation, { content, messageType: "activity", sender: null, contentAttributes });
    };
  }

  create(conversation: ConversationRecord, draft: MessageDraft): MessageRecord {
    const { world, clock, events, faults } = this.context;
    const now = clock.now();
    const recent = world.messagesOf(conversation.id).filter((row) => row.createdAt >= now - MINUTE);
    if (recent.length >= MESSAGES_PER_MINUTE) throw unprocessable("Validation failed: Too many messages");
    validateMessage(draft);
    const drops = this.drops(conversation);
    const rendered = draft.messageType === "outgoing" || draft.messageType === "template";
    const lag = draft.messageType === "activity" ? undefined : faults.strike("listing_lag", { accountId: conversation.accountId });
    const message = world.addMessage({
      id: world.messages.nextId(),
      accountId: conversation.accountId,
      inboxId: conversation.inboxId,
      conversationId: conversation.id,
      messageType: draft.messageType,
      content: rendered && draft.content ? renderLiquid(draft.content, drops) : draft.content,
      contentType: draft.contentType ?? "text",
      contentAttributes: this.linkReply(conversation, draft.contentAttributes ?? {}),
      additionalAttributes: draft.templateParams
        ? { template_params: renderParams(draft.templateParams, drops) }
        : draft.campaignId
          ? { campaign_id: draft.campaignId }
          : {},
      private: draft.private ?? false,
      status: "sent",
      sourceId: draft.sourceId ?? null,
      sender: draft.sender,
      echoId: draft.echoId ?? null,
      createdAt: now,
      updatedAt: now,
      listedFrom: now + (lag?.ms ?? 0),
    });
    if (draft.messageType === "incoming") this.reopen(conversation);
    conversation.lastActivityAt = now;
    conversation.updatedAt = now;
    if (draft.messageType === "activity") return message;
    events.emit({ name: "message_created", message });
    this.keepReplyTimes(conversation, message);
    this.send(message);
    if (message.sender?.type === "Contact") this.contacts.touch(world.contacts.must(message.sender.id));
    return message;
  }

  /** Says nothing when nothing changes: Meta's own `sent` status never reaches a webhook. */
  update(
    message: MessageRecord,
    patch: { status?: MessageStatus; sourceId?: string; contentAttributes?: JsonObject; content?: string },
  ): void {
    const before = JSON.stringify([message.status, message.sourceId, message.contentAttributes, message.content]);
    Object.assign(message, patch);
    if (JSON.stringify([message.status, message.sourceId, message.contentAttributes, message.content]) === before) return;
    message.updatedAt = this.context.clock.now();
    if (message.messageType !== "activity") this.context.events.emit({ name: "message_updated", message });
  }

  /** A reply context survives only when the quoted message is in the same conversation; otherwise both keys become null. */
  private linkReply(conversation: ConversationRecord, attributes: JsonObject): JsonObject {
    const id = attributes["in_reply_to"];
    const externalId = attributes["in_reply_to_external_id"];
    if (!id && !externalId) return attributes;
    const quoted = this.context.world
      .messagesOf(conversation.id)
      .find((row) => (id ? row.id === Number(id) : row.sourceId !== null && row.sourceId === externalId));
    return { ...attributes, in_reply_to_external_id: quoted?.sourceId ?? null, in_reply_to: quoted?.id ?? null };
  }

  private reopen(conversation: ConversationRecord): void {
    if (conversation.status === "snoozed") this.conversations.change(conversation, { status: "open" }, null);
    if (conversation.status !== "resolved") return;
    const botIsActive = this.context.world.inboxes.must(conversation.inboxId).agentBotId !== null;
    this.conversations.change(conversation, { status: botIsActive ? "pending" : "open" }, null);
  }

  private keepReplyTimes(conversation: ConversationRecord, message: MessageRecord): void {
    if (message.messageType === "incoming") {
      if (conversation.waitingSince === null) this.conversations.change(conversation, { waitingSince: message.createdAt }, null);
      return;
    }
    if (message.private) return;
    const byHuman = message.sender?.type === "User" && !message.additionalAttributes["campaign_id"];
    if (byHuman && conversation.firstReplyCreatedAt === null) {
      this.conversations.change(conversation, { firstReplyCreatedAt: message.createdAt, waitingSince: null }, null);
    } else if (byHuman || message.sender?.type === "AgentBot") {
      this.conversations.change(conversation, { waitingSince: null }, null);
    }
  }

  private drops(conversation: ConversationRecord): Record<string, string> {
    const { world } = this.context;
    const contact = world.contacts.must(conversation.contactId);
    return {
      "contact.name": contact.name,
      "contact.first_name": contact.name.split(" ")[0] ?? "",
      "contact.email": contact.email ?? "",
      "contact.phone_number": contact.phoneNumber ?? "",
      "conversation.display_id": String(conversation.displayId),
      "inbox.name": world.inboxes.must(conversation.inboxId).name,
      "account.name": world.accounts.must(conversation.accountId).name,
    };
  }
}

function renderParams(params: Json, drops: Readonly<Record<string, string>>): Json {
  if (params === null || typeof params !== "object" || Array.isArray(params)) return params;
  return "processed_params" in params
    ? { ...params, processed_params: renderLiquidDeep(params["processed_params"] ?? null, drops) }
    : params;
}

import { Injectable } from "@nestjs/common";
import { z } from "zod";
import { OutboundError } from "../../../platform/http/outbound/outbound-error.js";
import { DomainError, forbidden, notFound } from "../../../shared/errors.js";
import type { Instant } from "../../../shared/instant.js";
import { ofWhatsAppLanguage, toWhatsAppLanguage } from "../../../shared/locale.js";
import {
  type EnsuredConversation,
  type HostAccess,
  type HostContact,
  type HostContactCard,
  HostApi,
  type HostConversationState,
  type HostMessage,
  type HostMessageDraft,
  type HostTemplate,
  type HostUser,
  type InboxState,
  type SendOutcome,
} from "../host-api.port.js";
import { ChatwootClient, readAnswer, refusal } from "./chatwoot-client.adapter.js";
import { ChatwootContacts } from "./contacts.adapter.js";
import { ChatwootListings } from "./listings.adapter.js";
import { conversationOf, inboxStateOf, MARKER, personOf, toConversation } from "./mapping.adapter.js";
import { sendOutcomeOf, outcomeOfFailure } from "./send-outcome.adapter.js";
import { ContactAnswer } from "./contact-shapes.adapter.js";
import { Agents, InboxFacts, Inboxes, Profile } from "./setup-shapes.adapter.js";
import { ContactConversations, ConversationShape, ConversationList, Labels } from "./shapes.adapter.js";

const Anything = z.unknown();

/** Chatwoot 4.12 and newer over its REST API. */
@Injectable()
export class ChatwootApi extends HostApi {
  constructor(
    private readonly client: ChatwootClient,
    private readonly contacts: ChatwootContacts,
    private readonly listings: ChatwootListings,
  ) {
    super();
  }

  async whoAmI(baseUrl: string, hostAccountId: number, token: string): Promise<HostUser> {
    const answer = await this.client.ask({ baseUrl, token }, "GET", "/api/v1/profile");
    if (answer.status === 401) {
      throw new DomainError("unauthenticated", "host.access_token_refused", "The helpdesk does not know this access token.", {
        field: "accessToken",
        remedy: "Copy the access token from your profile page in the helpdesk; a bot's token does not do.",
      });
    }
    if (answer.status !== 200) throw refusal(answer.status);
    const profile = readAnswer(Profile, answer);
    const membership = profile.accounts.find((account) => account.id === hostAccountId);
    if (!membership || (membership.status ?? "active") !== "active") {
      throw forbidden("host.not_a_member", "This person is not in the helpdesk account, or the account is suspended.", {
        field: "accessToken",
        remedy: "Use the token of someone who works in this account, and check the account's number in the helpdesk's address bar.",
      });
    }
    return { id: profile.id, name: profile.name, role: membership.role };
  }

  async listUsers(access: HostAccess): Promise<readonly HostUser[]> {
    const agents = await this.client.call(access, Agents, "GET", at(access, "agents"));
    return agents.map(({ id, name, available_name, role, email }) => ({ id, name: name ?? available_name ?? "", role, email }));
  }

  async listTemplates(access: HostAccess, inboxId: number): Promise<readonly HostTemplate[]> {
    const { payload } = await this.client.call(access, Inboxes, "GET", at(access, "inboxes"));
    const inbox = payload.find((candidate) => candidate.id === inboxId);
    if (!inbox)
      throw notFound("host.inbox_gone", "The WhatsApp inbox is gone from the helpdesk.", {
        remedy: "Connect the account again and choose another inbox.",
      });
    return inbox.message_templates.map((template) => ({ ...template, language: ofWhatsAppLanguage(template.language) }));
  }

  async syncTemplates(access: HostAccess, inboxId: number): Promise<void> {
    await this.client.call(access, Anything, "POST", at(access, `inboxes/${inboxId}/sync_templates`), {});
  }

  ensureContact(access: HostAccess, inboxId: number, contact: { phone: string; name: string; identifier: string }): Promise<HostContact> {
    return this.contacts.ensure(access, inboxId, contact);
  }

  async contact(access: HostAccess, inboxId: number, contactId: number): Promise<HostContactCard> {
    const { payload } = await this.client.call(access, ContactAnswer, "GET", at(access, `contacts/${contactId}`));
    const own = payload.contact_inboxes.filter((row) => row.inbox?.id === inboxId);
    return { person: personOf(payload), whatsappIds: own.map((row) => row.source_id) };
  }

  async whatsappIds(access: HostAccess, inboxId: number, contactId: number): Promise<readonly string[]> {
    return (await this.contact(access, inboxId, contactId)).whatsappIds;
  }

  async conversationsOf(access: HostAccess, contactId: number): Promise<readonly HostConversationState[]> {
    const { payload } = await this.client.call(access, ContactConversations, "GET", at(access, `contacts/${contactId}/conversations`));
    return payload.map((conversation) => conversationOf(conversation, contactId));
  }

  async conversationsTo(access: HostAccess, inboxId: number, whatsappId: string): Promise<readonly HostConversationState[]> {
    const path = at(access, `conversations?status=all&inbox_id=${inboxId}&source_id=${encodeURIComponent(whatsappId)}`);
    const { data } = await this.client.call(access, ConversationList, "GET", path);
    return data.payload.flatMap((conversation) => toConversation(conversation) ?? []);
  }

  async conversation(access: HostAccess, conversationId: number): Promise<HostConversationState | null> {
    const answer = await this.client.ask(access, "GET", at(access, `conversations/${conversationId}`));
    if (answer.status === 404) return null;
    if (answer.status !== 200) throw refusal(answer.status);
    return toConversation(readAnswer(ConversationShape, answer));
  }

  async inboxState(access: HostAccess, inboxId: number): Promise<InboxState> {
    const answer = await this.client.ask(access, "GET", at(access, `inboxes/${inboxId}`));
    if (answer.status === 404) return "gone";
    if (answer.status !== 200) throw refusal(answer.status);
    return inboxStateOf(readAnswer(InboxFacts, answer));
  }

  async createConversation(access: HostAccess, inboxId: number, contactId: number, whatsappId: string): Promise<EnsuredConversation> {
    // Snoozed without a date: no notification, no auto-assignment, and the debtor's answer reopens it in place. The id is named: left to
    // itself the host takes the contact's telephone, which somebody may have edited.
    const body = { inbox_id: inboxId, contact_id: contactId, source_id: whatsappId, status: "snoozed" };
    const conversation = await this.client.call(access, ConversationShape, "POST", at(access, "conversations"), body);
    // An inbox locked to a single conversation answers with the old one.
    return { ...conversationOf(conversation, contactId), created: conversation.messages.length === 0 };
  }

  async postMessage(access: HostAccess, draft: HostMessageDraft, timeoutMs: number): Promise<SendOutcome> {
    try {
      const path = at(access, `conversations/${draft.conversationId}/messages`);
      return sendOutcomeOf(await this.client.exchange(access, "POST", path, messageBody(draft), timeoutMs));
    } catch (error) {
      if (error instanceof OutboundError) return outcomeOfFailure(error);
      throw error;
    }
  }

  async senderAccepted(access: HostAccess): Promise<boolean> {
    // No conversation has the number 0: whoever may send is told so, and nothing is made. A bot's token opens hardly anything else.
    const answer = await this.client.ask(access, "POST", at(access, "conversations/0/messages"), {});
    if (answer.status === 404) return true;
    if (answer.status === 401 || answer.status === 403) return false;
    throw refusal(answer.status);
  }

  latestMessageId(access: HostAccess, conversationId: number): Promise<number> {
    return this.listings.latestMessageId(access, conversationId);
  }

  messagesAfter(access: HostAccess, conversationId: number, afterId: number): Promise<readonly HostMessage[]> {
    return this.listings.messagesAfter(access, conversationId, afterId);
  }

  messagesSince(access: HostAccess, conversationId: number, since: Instant): Promise<readonly HostMessage[]> {
    return this.listings.messagesSince(access, conversationId, since);
  }

  allMessages(access: HostAccess, conversationId: number): AsyncIterable<readonly HostMessage[]> {
    return this.listings.allMessages(access, conversationId);
  }

  conversationsSince(access: HostAccess, since: Instant, now: Instant): AsyncIterable<readonly HostConversationState[]> {
    return this.listings.conversationsSince(access, since, now);
  }

  async addLabel(access: HostAccess, conversationId: number, label: string): Promise<void> {
    const path = at(access, `conversations/${conversationId}/labels`);
    const { payload } = await this.client.call(access, Labels, "GET", path);
    // The host replaces the whole set.
    if (!payload.includes(label)) await this.client.call(access, Anything, "POST", path, { labels: [...payload, label] });
  }

  async assignTeam(access: HostAccess, conversationId: number, teamId: number): Promise<void> {
    await this.client.call(access, Anything, "POST", at(access, `conversations/${conversationId}/assignments`), { team_id: teamId });
  }

  async assignAgent(access: HostAccess, conversationId: number, hostUserId: number | null): Promise<void> {
    // The helpdesk takes an id it does not know for nobody.
    const body = { assignee_id: hostUserId ?? 0 };
    await this.client.call(access, Anything, "POST", at(access, `conversations/${conversationId}/assignments`), body);
  }

  async markUrgent(access: HostAccess, conversationId: number): Promise<void> {
    await this.client.call(access, Anything, "POST", at(access, `conversations/${conversationId}/toggle_priority`), { priority: "urgent" });
  }

  async openConversation(access: HostAccess, conversationId: number): Promise<void> {
    await this.toggle(access, conversationId, "open");
  }

  async resolveConversation(access: HostAccess, conversationId: number): Promise<void> {
    await this.toggle(access, conversationId, "resolved");
  }

  private async toggle(access: HostAccess, conversationId: number, status: "open" | "resolved"): Promise<void> {
    await this.client.call(access, Anything, "POST", at(access, `conversations/${conversationId}/toggle_status`), { status });
  }
}

function at(access: HostAccess, path: string): string {
  return `/api/v1/accounts/${access.hostAccountId}/${path}`;
}

function messageBody(draft: HostMessageDraft): object {
  const items = draft.buttons?.map((title) => ({ title, value: title }));
  return {
    content: draft.content,
    message_type: "outgoing",
    private: draft.private ?? false,
    ...(items ? { content_type: "input_select" } : {}),
    content_attributes: { ...(draft.ref === null ? {} : { [MARKER]: { ref: draft.ref } }), ...(items ? { items } : {}) },
    ...(draft.template ? { template_params: templateParams(draft.template) } : {}),
  };
}

/** The host refuses `null` and lists as `processed_params`; a template without variables goes without. */
function templateParams({ name, language, category, processedParams }: NonNullable<HostMessageDraft["template"]>): object {
  return {
    name,
    language: toWhatsAppLanguage(language),
    category,
    ...(Object.keys(processedParams).length > 0 ? { processed_params: processedParams } : {}),
  };
}

import { Injectable } from "@nestjs/common";
import { DomainError } from "../../../shared/errors.js";
import { HOUR, type Instant } from "../../../shared/instant.js";
import type { HostAccess, HostConversationState, HostMessage } from "../host-api.port.js";
import { ChatwootClient } from "./chatwoot-client.adapter.js";
import { toConversation, toMessage } from "./mapping.adapter.js";
import { type ConversationShape, ConversationList, type MessageShape, MessageIds, MessageList } from "./shapes.adapter.js";

/** What the host gives at once: after an id, before an id, between two ids. */
const AFTER = 100;
const BEFORE = 20;
const BETWEEN = 1000;
/** Above every id there can be. */
const NO_ID = Number.MAX_SAFE_INTEGER;
/** No debtor writes so much: what looks like it is a machine, and is left to a person. */
const MOST_NEWS = 2_000;
const MOST_MESSAGES = 20_000;
/** `updated_within` is not paged: for a longer time the answer could be larger than what is read. */
const ALL_AT_ONCE = HOUR;

/** Chatwoot's listings of conversations and messages, read to their end. */
@Injectable()
export class ChatwootListings {
  constructor(private readonly client: ChatwootClient) {}

  async latestMessageId(access: HostAccess, conversationId: number): Promise<number> {
    const path = at(access, `conversations/${conversationId}/messages`);
    return Math.max(0, ...(await this.client.call(access, MessageIds, "GET", path)).payload.map((message) => message.id));
  }

  async messagesAfter(access: HostAccess, conversationId: number, afterId: number): Promise<readonly HostMessage[]> {
    const found = new Map<number, HostMessage>();
    for (let after = afterId; ;) {
      const page = await this.page(access, conversationId, `?after=${after}`);
      for (const message of page) if (message.id > afterId) found.set(message.id, toMessage(message, conversationId));
      const last = Math.max(after, ...page.map((message) => message.id));
      if (page.length < AFTER || last === after) break;
      after = last;
    }
    return ascending(found);
  }

  /** Backwards from the newest: what is new is little, whatever a conversation holds. */
  async messagesSince(access: HostAccess, conversationId: number, since: Instant): Promise<readonly HostMessage[]> {
    const found = new Map<number, HostMessage>();
    for (let before: number | null = null; ;) {
      const page = await this.page(access, conversationId, before === null ? "" : `?before=${before}`);
      const young = page.filter((message) => message.created_at >= since);
      for (const message of young) found.set(message.id, toMessage(message, conversationId));
      const first = Math.min(before ?? NO_ID, ...page.map((message) => message.id));
      if (page.length < BEFORE || young.length === 0 || first === before) return ascending(found);
      if (found.size > MOST_NEWS) throw tooLong();
      before = first;
    }
  }

  async *allMessages(access: HostAccess, conversationId: number): AsyncIterable<readonly HostMessage[]> {
    let read = 0;
    for (let from = 0; ;) {
      const page = await this.page(access, conversationId, `?after=${from}&before=${NO_ID}`);
      const fresh = page.filter((message) => message.id >= from);
      if (fresh.length > 0) yield fresh.map((message) => toMessage(message, conversationId)).sort((a, b) => a.id - b.id);
      if (page.length < BETWEEN || fresh.length === 0) return;
      read += fresh.length;
      if (read > MOST_MESSAGES) throw tooLong();
      from = Math.max(...fresh.map((message) => message.id)) + 1;
    }
  }

  async *conversationsSince(access: HostAccess, since: Instant, now: Instant): AsyncIterable<readonly HostConversationState[]> {
    const atOnce = now - since <= ALL_AT_ONCE ? await this.updatedWithin(access, now - since) : null;
    if (atOnce) yield atOnce;
    else yield* this.byActivity(access, since);
  }

  /** Null when it is more than an answer may hold. */
  private async updatedWithin(access: HostAccess, span: number): Promise<readonly HostConversationState[] | null> {
    try {
      return states(await this.conversations(access, `status=all&updated_within=${Math.ceil(span / 1000)}`));
    } catch (error) {
      if (error instanceof DomainError && error.detail.params?.["reason"] === "too_large") return null;
      throw error;
    }
  }

  /**
   * The most recently written in first. What is written in meanwhile moves to the front and is news of the next listing; it moves others back,
   * so that one may come twice rather than not at all.
   */
  private async *byActivity(access: HostAccess, since: Instant): AsyncIterable<readonly HostConversationState[]> {
    for (let number = 1; ; number++) {
      const page = await this.conversations(access, `status=all&sort_by=last_activity_at_desc&page=${number}`);
      const young = page.filter((conversation) => (conversation.last_activity_at ?? since) >= since);
      if (young.length > 0) yield states(young);
      if (young.length < page.length || page.length === 0) return;
    }
  }

  private async conversations(access: HostAccess, query: string): Promise<readonly ConversationShape[]> {
    return (await this.client.call(access, ConversationList, "GET", at(access, `conversations?${query}`))).data.payload;
  }

  private async page(access: HostAccess, conversationId: number, query: string): Promise<MessageShape[]> {
    return (await this.client.call(access, MessageList, "GET", at(access, `conversations/${conversationId}/messages${query}`))).payload;
  }
}

function states(conversations: readonly ConversationShape[]): HostConversationState[] {
  return conversations.flatMap((conversation) => toConversation(conversation) ?? []);
}

function ascending(found: ReadonlyMap<number, HostMessage>): HostMessage[] {
  return [...found.values()].sort((a, b) => a.id - b.id);
}

function tooLong(): DomainError {
  return new DomainError("unavailable", "host.conversation_too_long", "The conversation has more messages than a person writes.", {
    remedy: "Look at it in the helpdesk: a machine may be at the other end.",
  });
}

function at(access: HostAccess, path: string): string {
  return `/api/v1/accounts/${access.hostAccountId}/${path}`;
}

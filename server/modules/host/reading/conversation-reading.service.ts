import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { DomainError } from "../../../shared/errors.js";
import { type Instant, MINUTE } from "../../../shared/instant.js";
import { CLOCK_DIFFERENCE_MS, horizonOf, newsFrom } from "../domain/horizon.js";
import { type HostAccess, HostApi, type HostConversationState, type HostMessage } from "../host-api.port.js";
import type { HostConversationRow } from "../conversations/host-conversation.entity.js";
import { HostConversationStore } from "../conversations/host-conversation.store.js";
import { HostEventIntake } from "../host-event-intake.service.js";
import { HostEvents } from "../host-events.port.js";
import { ReadingStore } from "./reading.store.js";
import { RollbackWatch } from "./rollback-watch.service.js";

/** Ids and commits of concurrent messages differ in order by moments: younger messages are listed again next time. */
const SETTLED_MS = 2 * MINUTE;

/**
 * Reads what stands in a conversation, oldest first, into the one way in. The helpdesk's listing is complete where webhooks are not, so both
 * ways lead through here: a listed conversation is read from where it was read to, and so is one of which a webhook tells a message.
 */
@Injectable()
export class ConversationReading {
  constructor(
    private readonly api: HostApi,
    private readonly store: HostConversationStore,
    private readonly reading: ReadingStore,
    private readonly intake: HostEventIntake,
    private readonly events: HostEvents,
    private readonly rollback: RollbackWatch,
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Everything that is new in a conversation. One that nobody knows is matched by its number, as a webhook's message is; what strangers write
   * is not read.
   * @param since from when on what is written in an unknown conversation is news
   */
  async catchUp(access: HostAccess, conversation: HostConversationState, since: Instant): Promise<void> {
    const { accountId } = access;
    const known = await this.store.byConversation(accountId, conversation.id);
    if (known ? isRead(known, conversation) : await this.isStrangers(accountId, conversation)) return;
    const messages = await this.news(access, conversation.id, known, since);
    if (!messages) return;
    await this.take(accountId, conversation, unread(known, messages));
    if (known && known.listedId > 0) await this.rollback.check(access, known, messages);
    await this.settle(accountId, conversation.id, messages);
  }

  /** Everything that is new, in a conversation of which a webhook tells. */
  async upToNow(access: HostAccess, conversation: HostConversationState): Promise<void> {
    return this.catchUp(access, conversation, await this.newsFrom(access.accountId));
  }

  /** What was written before a message of which a webhook tells, and did not come: order is part of what somebody says. */
  async upTo(access: HostAccess, conversation: HostConversationState, message: HostMessage): Promise<void> {
    const { accountId } = access;
    const known = await this.store.byConversation(accountId, conversation.id);
    if (known ? message.id <= known.listedId : await this.isStrangers(accountId, conversation)) return;
    const messages = await this.news(access, conversation.id, known, await this.newsFrom(accountId));
    const before = messages?.filter((earlier) => earlier.id < message.id) ?? [];
    await this.take(accountId, conversation, unread(known, before));
    await this.settle(accountId, conversation.id, before);
  }

  /** All of a conversation, once: what is news as news, what is older for what forbids writing. */
  async whole(access: HostAccess, known: HostConversationRow): Promise<void> {
    const { accountId } = access;
    const conversation = conversationStateOf(known);
    let last: HostMessage | undefined;
    try {
      for await (const page of this.api.allMessages(access, known.conversationId)) {
        const earlier = page.filter((message) => horizonOf(message, known.knownSince) === "earlier");
        const heard = earlier.filter((message) => message.direction === "incoming" && !message.private);
        if (heard.length > 0) await this.events.earlier(accountId, heard, conversation);
        await this.take(
          accountId,
          conversation,
          unread(known, page).filter((message) => !earlier.includes(message)),
        );
        await this.settle(accountId, known.conversationId, page);
        last = page.at(-1) ?? last;
      }
    } catch (error) {
      // Deleted: nothing stands in it any more.
      if (!isGone(error)) throw error;
    }
    await this.db.inUnitOfWork("host.history", async () => {
      if (last) await this.store.sawMessage(accountId, known.conversationId, last.id, last.createdAt, false);
      await this.store.update(accountId, known.conversationId, { historyReadAt: this.clock.now() });
    });
  }

  /** A message that cannot be taken does not keep the next ones from being heard: the STOP may be among them. */
  async take(accountId: number, conversation: HostConversationState, messages: readonly HostMessage[]): Promise<void> {
    const problems: unknown[] = [];
    for (const message of messages) {
      // The helpdesk's own notes ("Assigned to …") are no messages; webhooks leave them out as well.
      if (message.direction === "activity") continue;
      try {
        await this.db.inUnitOfWork("host.listed", () => this.intake.message(accountId, message, conversation));
      } catch (error) {
        problems.push(error);
      }
    }
    if (problems.length > 0) throw problems[0];
  }

  private async newsFrom(accountId: number): Promise<Instant> {
    const mark = await this.reading.mark(accountId);
    return newsFrom(mark?.polledUntil ?? null, this.clock.now());
  }

  private async isStrangers(accountId: number, conversation: HostConversationState): Promise<boolean> {
    return (await this.events.debtors(accountId, conversation)).length === 0;
  }

  /** Null when the conversation was deleted. */
  private async news(
    access: HostAccess,
    conversationId: number,
    known: HostConversationRow | null,
    since: Instant,
  ): Promise<readonly HostMessage[] | null> {
    try {
      if (!known || known.listedId === 0) {
        return await this.api.messagesSince(access, conversationId, (known?.knownSince ?? since) - CLOCK_DIFFERENCE_MS);
      }
      // One further back: the newest message we know of must still be there.
      return await this.api.messagesAfter(access, conversationId, Math.max(0, Math.min(known.listedId, known.lastMessageId - 1)));
    } catch (error) {
      if (isGone(error)) return null;
      throw error;
    }
  }

  private async settle(accountId: number, conversationId: number, messages: readonly HostMessage[]): Promise<void> {
    const now = this.clock.now();
    const settled = messages.findLast((message) => message.createdAt < now - SETTLED_MS);
    if (settled) await this.db.inUnitOfWork("host.listed", () => this.store.listedUntil(accountId, conversationId, settled.id));
  }
}

/** A conversation as it was last recorded, where the helpdesk was asked for its messages only. */
export function conversationStateOf(row: HostConversationRow): HostConversationState {
  return {
    id: row.conversationId,
    inboxId: row.inboxId,
    contactId: row.contactId,
    status: row.status as HostConversationState["status"],
    sourceId: null,
    labels: [],
    updatedAt: row.hostUpdatedAt,
  };
}

function isRead({ listedId, lastMessageId }: HostConversationRow, { lastMessageId: newest = null }: HostConversationState): boolean {
  return newest !== null && newest <= listedId && newest >= lastMessageId;
}

function unread(known: HostConversationRow | null, messages: readonly HostMessage[]): readonly HostMessage[] {
  return known ? messages.filter((message) => message.id > known.listedId) : messages;
}

function isGone(error: unknown): boolean {
  return error instanceof DomainError && error.kind === "not_found";
}

import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { horizonOf, newsFrom } from "../domain/horizon.js";
import type { HostConversationRow } from "./host-conversation.entity.js";
import { HostConversationStore } from "./host-conversation.store.js";
import type { HostConversationState, HostMessage } from "../host-api.port.js";
import { ReadingStore } from "../reading/reading.store.js";
import { SeenNumbers } from "./seen-numbers.service.js";

/** Keeps `host_conversation` up to date with what the helpdesk tells. Called first, inside the unit of work of each event. */
@Injectable()
export class ConversationRecorder {
  constructor(
    private readonly store: HostConversationStore,
    private readonly reading: ReadingStore,
    private readonly numbers: SeenNumbers,
    private readonly clock: Clock,
  ) {}

  /** @returns whether the message is news: not from before Saldo listened here */
  async message(accountId: number, message: HostMessage, conversation: HostConversationState): Promise<boolean> {
    const known = await this.conversation(accountId, conversation);
    if (!known) {
      const mark = await this.reading.mark(accountId);
      return horizonOf(message, newsFrom(mark?.polledUntil ?? null, this.clock.now())) === "news";
    }
    await this.store.sawMessage(accountId, conversation.id, message.id, message.createdAt, message.direction === "incoming");
    return horizonOf(message, known.knownSince) === "news";
  }

  /** @returns null when it is about nobody we know */
  async conversation(accountId: number, conversation: HostConversationState): Promise<HostConversationRow | null> {
    const known = (await this.store.byConversation(accountId, conversation.id)) ?? (await this.successor(accountId, conversation));
    // Webhooks come late and in any order; what is told is the state of then.
    if (!known || conversation.updatedAt < known.hostUpdatedAt) return known;
    const status = conversation.status === known.status ? {} : { status: conversation.status };
    const source = this.source(accountId, conversation);
    const changes = { ...status, ...source };
    if (Object.keys(changes).length > 0 || conversation.updatedAt > known.hostUpdatedAt) {
      await this.store.update(accountId, conversation.id, { ...changes, hostUpdatedAt: conversation.updatedAt });
    }
    return known;
  }

  /** After a resolved conversation a contact's next message opens a new one: it is about the same debtor. */
  private async successor(accountId: number, conversation: HostConversationState): Promise<HostConversationRow | null> {
    const former = await this.store.byContact(accountId, conversation.contactId);
    if (!former || former.inboxId !== conversation.inboxId) return null;
    await this.store.add(accountId, {
      accountId,
      debtorId: former.debtorId,
      inboxId: conversation.inboxId,
      contactId: conversation.contactId,
      conversationId: conversation.id,
      sourceIdHash: null,
      sourceIdSeenAt: null,
      status: conversation.status,
      lastInboundAt: null,
      lastMessageId: 0,
      lastMessageAt: null,
      // This may not be its first message: the ones before it are read from `knownSince` on.
      listedId: 0,
      rereadFrom: null,
      knownSince: former.knownSince,
      historyReadAt: null,
      hostUpdatedAt: 0,
      // A younger conversation takes over from the former one; an older one that stirs does not.
      ensuredAt: conversation.id > former.conversationId ? this.clock.now() : former.ensuredAt - 1,
    });
    return this.store.byConversation(accountId, conversation.id);
  }

  private source(accountId: number, { sourceId }: HostConversationState) {
    return sourceId === null ? null : this.numbers.seen(accountId, sourceId, this.clock.now());
  }
}

import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { MINUTE } from "../../shared/instant.js";
import type { HostConversationRow } from "./host-conversation.entity.js";
import { HostConversationStore } from "./host-conversation.store.js";
import type { HostConversationState, HostMessage } from "./host-api.js";
import { SeenNumbers } from "./seen-numbers.js";

/** How far the helpdesk's clock may be off ours. */
const CLOCK_DIFFERENCE_MS = MINUTE;

/** Keeps `host_conversation` up to date with what the helpdesk tells. Called first, inside the unit of work of each event. */
@Injectable()
export class ConversationRecorder {
  constructor(
    private readonly store: HostConversationStore,
    private readonly numbers: SeenNumbers,
    private readonly clock: Clock,
  ) {}

  /** @returns whether the message is news: not from before Saldo was in touch with the debtor */
  async message(accountId: number, message: HostMessage, conversation: HostConversationState): Promise<boolean> {
    const known = await this.conversation(accountId, conversation, message.id - 1);
    if (!known) return true;
    await this.store.sawMessage(accountId, conversation.id, message.id, message.createdAt, message.direction === "incoming");
    return message.createdAt >= known.knownSince - CLOCK_DIFFERENCE_MS;
  }

  /**
   * @param listedId what counts as read when the conversation is new to us
   * @returns null when it is about nobody we know
   */
  async conversation(accountId: number, conversation: HostConversationState, listedId = 0): Promise<HostConversationRow | null> {
    const known =
      (await this.store.byConversation(accountId, conversation.id)) ?? (await this.successor(accountId, conversation, listedId));
    if (!known) return null;
    const status = conversation.status === known.status ? {} : { status: conversation.status };
    const source = this.source(accountId, conversation);
    if (Object.keys(status).length > 0 || source) await this.store.update(accountId, conversation.id, { ...status, ...source });
    return known;
  }

  /** After a resolved conversation a contact's next message opens a new one: it is about the same debtor. */
  private async successor(accountId: number, conversation: HostConversationState, listedId: number): Promise<HostConversationRow | null> {
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
      listedId,
      rereadFrom: null,
      knownSince: former.knownSince,
      // A younger conversation takes over from the former one; an older one that stirs does not.
      ensuredAt: conversation.id > former.conversationId ? this.clock.now() : former.ensuredAt - 1,
    });
    return this.store.byConversation(accountId, conversation.id);
  }

  private source(accountId: number, { sourceId }: HostConversationState) {
    return sourceId === null ? null : this.numbers.seen(accountId, sourceId, this.clock.now());
  }
}

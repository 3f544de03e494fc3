import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { conflict } from "../../../shared/errors.js";
import type { Instant } from "../../../shared/instant.js";
import { ContactBlocks } from "../contact-blocks.service.js";
import type { FoundConversation } from "./conversation-finder.service.js";
import { newsFrom } from "../domain/horizon.js";
import type { HostConversationState, HostMessage } from "../host-api.port.js";
import type { HostConversationRow } from "./host-conversation.entity.js";
import { HostConversationStore } from "./host-conversation.store.js";
import { ReadingStore } from "../reading/reading.store.js";
import { SeenNumbers } from "./seen-numbers.service.js";

/** Writes down whose a conversation is that was found, made, or begun by somebody in the helpdesk. */
@Injectable()
export class FoundConversations {
  constructor(
    private readonly db: Database,
    private readonly store: HostConversationStore,
    private readonly marks: ReadingStore,
    private readonly numbers: SeenNumbers,
    private readonly blocks: ContactBlocks,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `host.conversation_shared` when it is known as another debtor's */
  record(
    accountId: number,
    debtorId: number,
    phoneHash: string,
    { state, contact, others, askedAt }: FoundConversation,
  ): Promise<HostConversationRow> {
    const now = this.clock.now();
    const seen = { status: state.status, sourceIdHash: phoneHash, sourceIdSeenAt: now, ensuredAt: now };
    return this.db.inUnitOfWork("conversation.ensure", async () => {
      const { contactId } = contact;
      const blank = { ...BLANK, accountId, debtorId, contactId, knownSince: await this.knownSince(accountId, now) };
      const { id: conversationId, inboxId, updatedAt: hostUpdatedAt } = state;
      // Made just now: nothing stands in it.
      await this.store.add(accountId, {
        ...blank,
        inboxId,
        conversationId,
        hostUpdatedAt,
        historyReadAt: state.created ? now : null,
        ...seen,
      });
      // An objection counts wherever the person wrote it: what is older is read too, and what is written there is theirs.
      for (const { id, inboxId: elsewhere, status, updatedAt } of others) {
        const place = { conversationId: id, inboxId: elsewhere, status, hostUpdatedAt: updatedAt };
        await this.store.add(accountId, { ...blank, ...place, ensuredAt: now - 1 });
      }
      const row = await this.store.byConversation(accountId, conversationId);
      if (!row || row.debtorId !== debtorId) {
        throw conflict("host.conversation_shared", "The number's conversation belongs to another debtor.", {
          remedy: "Find out whose number it is; it cannot be used for two debtors.",
        });
      }
      await this.store.update(accountId, conversationId, seen);
      if (contact.person) {
        await this.blocks.saw(accountId, { person: contact.person, numbers: [contact.sourceId], conversationId, at: askedAt });
      }
      return row;
    });
  }

  /** Records, in the caller's unit of work, that a conversation somebody began in the helpdesk is about this debtor. */
  async adopt(
    accountId: number,
    debtorId: number,
    { id, inboxId, contactId, status, sourceId, updatedAt }: HostConversationState,
    message: Pick<HostMessage, "id" | "createdAt">,
  ): Promise<void> {
    const now = this.clock.now();
    await this.store.add(accountId, {
      ...BLANK,
      accountId,
      debtorId,
      inboxId,
      contactId,
      conversationId: id,
      ...this.numbers.seen(accountId, sourceId, now),
      status,
      lastInboundAt: message.createdAt,
      lastMessageId: message.id,
      lastMessageAt: message.createdAt,
      // It may not have been their first message: the ones before it are read.
      knownSince: await this.knownSince(accountId, message.createdAt),
      hostUpdatedAt: updatedAt,
      ensuredAt: now,
    });
  }

  /** The debtor's number was written down anew and is the same. */
  ensuredAnew(row: HostConversationRow): Promise<HostConversationRow> {
    return this.db.inUnitOfWork("conversation.ensure", async () => {
      await this.store.update(row.accountId, row.conversationId, { ensuredAt: this.clock.now() });
      return row;
    });
  }

  /** From when on what is written in a conversation that was unknown is news. */
  private async knownSince(accountId: number, writtenAt: Instant): Promise<Instant> {
    const mark = await this.marks.mark(accountId);
    return Math.min(writtenAt, newsFrom(mark?.polledUntil ?? null, this.clock.now()));
  }
}

/** A conversation of which nothing is known yet but that it is there. */
const BLANK = {
  sourceIdHash: null,
  sourceIdSeenAt: null,
  lastInboundAt: null,
  lastMessageId: 0,
  lastMessageAt: null,
  listedId: 0,
  rereadFrom: null,
  historyReadAt: null,
} as const;

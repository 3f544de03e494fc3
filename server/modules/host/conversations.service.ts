import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { conflict } from "../../shared/errors.js";
import { HOUR, type Instant } from "../../shared/instant.js";
import { phoneKey } from "../../shared/phone-key.js";
import { ContactBlocks } from "./contact-blocks.service.js";
import { ConversationFinder, type FoundConversation, type Person } from "./conversation-finder.service.js";
import { ConversationReading } from "./conversation-reading.service.js";
import { newsFrom } from "./domain/horizon.js";
import { HostAccounts } from "./host-accounts.reader.js";
import type { HostAccess, HostConversationState, HostMessage } from "./host-api.js";
import type { HostConversationRow } from "./host-conversation.entity.js";
import { HostConversationStore } from "./host-conversation.store.js";
import { ReadingStore } from "./reading.store.js";
import { SeenNumbers } from "./seen-numbers.js";

/** Our own word for the status of a conversation that was deleted in the helpdesk. */
const GONE = "gone";
/** How long what was last seen of a conversation's number is trusted. */
export const SOURCE_TRUSTED_MS = 24 * HOUR;

export interface Conversation {
  readonly debtorId: number;
  readonly conversationId: number;
  readonly contactId: number;
  readonly inboxId: number;
  readonly status: string;
  /** `LookupHash` of kind phone over the `phoneKey` of the number it sends to; null when the helpdesk does not tell, or it is a username. */
  readonly sourceIdHash: string | null;
  readonly sourceIdSeenAt: Instant | null;
  /** When the debtor last wrote: free text is possible for 24 h from then. */
  readonly lastInboundAt: Instant | null;
  /** High-water mark of message ids. */
  readonly lastMessageId: number;
}

/** Which helpdesk conversation is about which debtor. */
@Injectable()
export class Conversations {
  constructor(
    private readonly db: Database,
    private readonly store: HostConversationStore,
    private readonly accounts: HostAccounts,
    private readonly finder: ConversationFinder,
    private readonly reading: ConversationReading,
    private readonly marks: ReadingStore,
    private readonly numbers: SeenNumbers,
    private readonly blocks: ContactBlocks,
    private readonly clock: Clock,
  ) {}

  async byDebtor(accountId: number, debtorId: number): Promise<Conversation | null> {
    const row = await this.store.byDebtor(accountId, debtorId);
    return row && view(row);
  }

  /** The newest conversation of each debtor that has one. */
  async byDebtors(accountId: number, debtorIds: readonly number[]): Promise<ReadonlyMap<number, Conversation>> {
    const rows = debtorIds.length === 0 ? [] : await this.store.byDebtors(accountId, debtorIds);
    return new Map(rows.map((row) => [row.debtorId, view(row)]));
  }

  async byConversationId(accountId: number, conversationId: number): Promise<Conversation | null> {
    const row = await this.store.byConversation(accountId, conversationId);
    return row && view(row);
  }

  /**
   * A conversation that sends to this number of the debtor; finds or makes contact and conversation in the helpdesk, without a message.
   * Speaks to the helpdesk: call it outside units of work. `phone` is E.164 with `+`, `identifier` the debtor's public id.
   * @throws DomainError `host.*` when the helpdesk does not answer or refuses; of kind `conflict` when it is not sure that the number's
   * conversation is the debtor's: then asking again changes nothing until a person has looked
   */
  async ensure(accountId: number, debtorId: number, person: Person): Promise<Conversation> {
    const { inboxId } = await this.accounts.get(accountId);
    const phoneHash = this.numbers.hashOf(accountId, phoneKey(person.phone));
    const access = await this.accounts.hostAccess(accountId);
    const known = await this.store.byDebtor(accountId, debtorId);
    const { conversationId } =
      known && this.stillGood(known, inboxId, phoneHash)
        ? await this.ensuredAnew(known)
        : await this.record(accountId, debtorId, phoneHash, await this.finder.find(access, inboxId, person));
    // What the debtor wrote before Saldo listened is read before they are written to: it may be that they want nothing of it.
    for (const row of await this.store.unreadHistory(accountId, debtorId)) await this.reading.whole(access, row);
    const ensured = await this.store.byConversation(accountId, conversationId);
    if (!ensured) throw new Error("An ensured conversation has no row");
    return view(ensured);
  }

  private record(
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

  /** The helpdesk does not have it any more; in the caller's unit of work. Should it turn up again, its news tell. */
  async forget(accountId: number, conversationId: number): Promise<void> {
    await this.store.update(accountId, conversationId, { status: GONE, sourceIdHash: null, sourceIdSeenAt: null });
  }

  /** Page of the conversation in the helpdesk, for people. */
  url(access: Pick<HostAccess, "baseUrl" | "hostAccountId">, conversationId: number): string {
    return `${access.baseUrl}/app/accounts/${access.hostAccountId}/conversations/${conversationId}`;
  }

  /** From when on what is written in a conversation that was unknown is news. */
  private async knownSince(accountId: number, writtenAt: Instant): Promise<Instant> {
    const mark = await this.marks.mark(accountId);
    return Math.min(writtenAt, newsFrom(mark?.polledUntil ?? null, this.clock.now()));
  }

  /** The debtor's number was written down anew and is the same. */
  private ensuredAnew(row: HostConversationRow): Promise<HostConversationRow> {
    return this.db.inUnitOfWork("conversation.ensure", async () => {
      await this.store.update(row.accountId, row.conversationId, { ensuredAt: this.clock.now() });
      return row;
    });
  }

  private stillGood(row: HostConversationRow, inboxId: number, phoneHash: string): boolean {
    const seen = row.sourceIdSeenAt ?? null;
    return (
      row.inboxId === inboxId &&
      row.status !== "resolved" &&
      row.status !== GONE &&
      row.sourceIdHash === phoneHash &&
      seen !== null &&
      seen > this.clock.now() - SOURCE_TRUSTED_MS
    );
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

function view(row: HostConversationRow): Conversation {
  return {
    debtorId: row.debtorId,
    conversationId: row.conversationId,
    contactId: row.contactId,
    inboxId: row.inboxId,
    status: row.status,
    sourceIdHash: row.sourceIdHash ?? null,
    sourceIdSeenAt: row.sourceIdSeenAt ?? null,
    lastInboundAt: row.lastInboundAt ?? null,
    lastMessageId: row.lastMessageId,
  };
}

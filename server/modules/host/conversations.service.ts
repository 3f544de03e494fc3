import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { LookupHash } from "../../platform/crypto/lookup-hash.js";
import { Database } from "../../platform/database/database.js";
import { conflict } from "../../shared/errors.js";
import { HOUR, type Instant } from "../../shared/instant.js";
import { phoneKey } from "../../shared/phone-key.js";
import { HostAccounts } from "./host-accounts.js";
import { type EnsuredConversation, type HostAccess, HostApi, type HostConversationState, type HostMessage } from "./host-api.js";
import type { HostConversationRow } from "./host-conversation.entity.js";
import { HostConversationStore } from "./host-conversation.store.js";

/** How long what was last seen of a conversation's number is trusted. */
export const SOURCE_TRUSTED_MS = 24 * HOUR;

export interface Conversation {
  readonly debtorId: number;
  readonly conversationId: number;
  readonly contactId: number;
  readonly inboxId: number;
  readonly status: string;
  /** `LookupHash` of kind phone over the `phoneKey` of the number it sends to; null when the helpdesk does not tell. */
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
    private readonly api: HostApi,
    private readonly lookup: LookupHash,
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
   * @throws DomainError `host.*` when the helpdesk does not answer or refuses; `host.conversation_shared` when the number's conversation
   * is another debtor's
   */
  async ensure(accountId: number, debtorId: number, person: { phone: string; name: string; identifier: string }): Promise<Conversation> {
    const account = await this.accounts.get(accountId);
    const phoneHash = this.hashOf(accountId, person.phone);
    const known = await this.store.byDebtor(accountId, debtorId);
    if (known && this.stillGood(known, account.inboxId, phoneHash)) return view(known);

    const access = await this.accounts.hostAccess(accountId);
    const contact = await this.api.ensureContact(access, account.inboxId, { ...person, identifier: `saldo:${person.identifier}` });
    const state = contact.created
      ? await this.api.createConversation(access, account.inboxId, contact.contactId)
      : await this.usable(access, account.inboxId, contact.contactId);
    const sourceId = contact.created ? contact.sourceId : await this.api.currentSourceId(access, account.inboxId, contact.contactId);
    const latest = state.created ? 0 : await this.api.latestMessageId(access, state.id);
    const now = this.clock.now();
    const seen = {
      status: state.status,
      sourceIdHash: sourceId === null ? null : this.hashOf(accountId, sourceId),
      sourceIdSeenAt: sourceId === null ? null : now,
      ensuredAt: now,
    };
    return this.db.inUnitOfWork("conversation.ensure", async () => {
      await this.store.add(accountId, {
        accountId,
        debtorId,
        inboxId: account.inboxId,
        contactId: contact.contactId,
        conversationId: state.id,
        lastInboundAt: null,
        lastMessageId: latest,
        lastMessageAt: null,
        // What was said before Saldo knew the conversation is not news.
        listedId: latest,
        rereadFrom: null,
        knownSince: known?.knownSince ?? now,
        ...seen,
      });
      const row = await this.store.byConversation(accountId, state.id);
      if (!row || row.debtorId !== debtorId) {
        throw conflict("host.conversation_shared", "The number's conversation belongs to another debtor.", {
          remedy: "Find out whose number it is; it cannot be used for two debtors.",
        });
      }
      await this.store.update(accountId, state.id, seen);
      return view({ ...row, ...seen });
    });
  }

  /** Asks the helpdesk which number the conversation sends to now. Call it outside units of work. */
  async refreshSourceId(accountId: number, conversationId: number): Promise<Conversation | null> {
    const row = await this.store.byConversation(accountId, conversationId);
    if (!row) return null;
    const sourceId = await this.api.currentSourceId(await this.accounts.hostAccess(accountId), row.inboxId, row.contactId);
    const seen = {
      sourceIdHash: sourceId === null ? null : this.hashOf(accountId, sourceId),
      sourceIdSeenAt: sourceId === null ? null : this.clock.now(),
    };
    await this.db.inUnitOfWork("conversation.refresh", () => this.store.update(accountId, conversationId, seen));
    return view({ ...row, ...seen });
  }

  /** Records, in the caller's unit of work, that a conversation somebody began in the helpdesk is about this debtor. */
  async adopt(
    accountId: number,
    debtorId: number,
    { id, inboxId, contactId, status, sourceId }: HostConversationState,
    message: Pick<HostMessage, "id" | "createdAt">,
  ): Promise<void> {
    const now = this.clock.now();
    await this.store.add(accountId, {
      accountId,
      debtorId,
      inboxId,
      contactId,
      conversationId: id,
      sourceIdHash: sourceId === null ? null : this.hashOf(accountId, sourceId),
      sourceIdSeenAt: sourceId === null ? null : now,
      status,
      lastInboundAt: message.createdAt,
      lastMessageId: message.id,
      lastMessageAt: message.createdAt,
      listedId: message.id,
      rereadFrom: null,
      knownSince: message.createdAt,
      ensuredAt: now,
    });
  }

  private async usable(access: HostAccess, inboxId: number, contactId: number): Promise<EnsuredConversation> {
    const known = await this.api.conversationsOf(access, contactId);
    const usable = known.find((conversation) => conversation.inboxId === inboxId && conversation.status !== "resolved");
    return usable ? { ...usable, created: false } : this.api.createConversation(access, inboxId, contactId);
  }

  /** Page of the conversation in the helpdesk, for people. */
  url(access: Pick<HostAccess, "baseUrl" | "hostAccountId">, conversationId: number): string {
    return `${access.baseUrl}/app/accounts/${access.hostAccountId}/conversations/${conversationId}`;
  }

  /** By the key numbers are looked up under: the helpdesk may know a line under its other spelling. */
  private hashOf(accountId: number, number: string): string {
    return this.lookup.of(accountId, "phone", phoneKey(number));
  }

  private stillGood(row: HostConversationRow, inboxId: number, phoneHash: string): boolean {
    const seen = row.sourceIdSeenAt ?? null;
    return (
      row.inboxId === inboxId &&
      row.status !== "resolved" &&
      row.sourceIdHash === phoneHash &&
      seen !== null &&
      seen > this.clock.now() - SOURCE_TRUSTED_MS
    );
  }
}

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

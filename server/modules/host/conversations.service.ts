import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import { conflict, type DomainError } from "../../shared/errors.js";
import { HOUR, type Instant } from "../../shared/instant.js";
import { phoneKey } from "../../shared/phone-key.js";
import { ContactBlocks } from "./contact-blocks.service.js";
import { type Whose, whoseNumber } from "./domain/whatsapp-id.js";
import { HostAccounts } from "./host-accounts.js";
import { type EnsuredConversation, type HostAccess, HostApi, type HostConversationState, type HostMessage } from "./host-api.js";
import type { HostConversationRow } from "./host-conversation.entity.js";
import { HostConversationStore } from "./host-conversation.store.js";
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
    private readonly api: HostApi,
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
  async ensure(accountId: number, debtorId: number, person: { phone: string; name: string; identifier: string }): Promise<Conversation> {
    const account = await this.accounts.get(accountId);
    const phoneHash = this.numbers.hashOf(accountId, phoneKey(person.phone));
    const known = await this.store.byDebtor(accountId, debtorId);
    if (known && this.stillGood(known, account.inboxId, phoneHash)) return this.ensuredAnew(known);

    const access = await this.accounts.hostAccess(accountId);
    const askedAt = this.clock.now();
    const contact = await this.api.ensureContact(access, account.inboxId, { ...person, identifier: `saldo:${person.identifier}` });
    const state = contact.created
      ? await this.api.createConversation(access, account.inboxId, contact.contactId, contact.sourceId)
      : await this.conversationFor(access, account.inboxId, contact.contactId, person.phone);
    const latest = state.created ? 0 : await this.api.latestMessageId(access, state.id);
    const now = this.clock.now();
    const seen = { status: state.status, sourceIdHash: phoneHash, sourceIdSeenAt: now, ensuredAt: now };
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
      if (contact.person) {
        const numbers = [contact.sourceId];
        await this.blocks.saw(accountId, { person: contact.person, numbers, conversationId: state.id, at: askedAt });
      }
      return view({ ...row, ...seen });
    });
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
      ...this.numbers.seen(accountId, sourceId, now),
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

  /** The helpdesk does not have it any more; in the caller's unit of work. Should it turn up again, its news tell. */
  async forget(accountId: number, conversationId: number): Promise<void> {
    await this.store.update(accountId, conversationId, { status: GONE, sourceIdHash: null, sourceIdSeenAt: null });
  }

  /** Page of the conversation in the helpdesk, for people. */
  url(access: Pick<HostAccess, "baseUrl" | "hostAccountId">, conversationId: number): string {
    return `${access.baseUrl}/app/accounts/${access.hostAccountId}/conversations/${conversationId}`;
  }

  /** @throws DomainError `host.several_numbers`, `host.number_differs`, `host.number_not_told` */
  private async conversationFor(access: HostAccess, inboxId: number, contactId: number, phone: string): Promise<EnsuredConversation> {
    const all = await this.api.whatsappIds(access, inboxId, contactId);
    const whose = whoseNumber(all, phone);
    if (whose.is !== "the_number") throw unsure(whose.is);
    const [first, ...others] = whose.ids;
    if (first === undefined) throw unsure("no_number");
    // Where the contact has other ids, usernames, only the listing by id tells which conversation sends to the number.
    const known =
      whose.ids.length === all.length
        ? await this.api.conversationsOf(access, contactId)
        : await this.conversationsTo(access, inboxId, [first, ...others]);
    const usable = known.find(
      (conversation) => conversation.inboxId === inboxId && conversation.contactId === contactId && conversation.status !== "resolved",
    );
    return usable ? { ...usable, created: false } : this.api.createConversation(access, inboxId, contactId, first);
  }

  private async conversationsTo(access: HostAccess, inboxId: number, ids: readonly string[]): Promise<readonly HostConversationState[]> {
    const found: HostConversationState[] = [];
    for (const id of ids) found.push(...(await this.api.conversationsTo(access, inboxId, id)));
    return found;
  }

  /** The debtor's number was written down anew and is the same. */
  private ensuredAnew(row: HostConversationRow): Promise<Conversation> {
    return this.db.inUnitOfWork("conversation.ensure", async () => {
      await this.store.update(row.accountId, row.conversationId, { ensuredAt: this.clock.now() });
      return view(row);
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

const LOOK = "Look the number up in the helpdesk's contacts.";

function unsure(is: Exclude<Whose["is"], "the_number">): DomainError {
  switch (is) {
    case "several_numbers":
      return conflict("host.several_numbers", "The helpdesk's contact has two different numbers.", {
        remedy: "Find out whose numbers they are and give each person a contact of their own.",
      });
    case "another_number":
      return conflict("host.number_differs", "The helpdesk's contact has another number than the debtor.", { remedy: LOOK });
    case "no_number":
      return conflict("host.number_not_told", "The helpdesk does not tell which number its contact has.", { remedy: LOOK });
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

import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { HOUR, type Instant } from "../../../shared/instant.js";
import { phoneKey } from "../../../shared/phone-key.js";
import { ConversationFinder, type Addressee } from "./conversation-finder.service.js";
import { ConversationReading } from "../reading/conversation-reading.service.js";
import { FoundConversations } from "./found-conversations.service.js";
import { HostAccounts } from "../host-accounts.reader.js";
import type { HostAccess, HostConversationState, HostMessage } from "../host-api.port.js";
import type { HostConversationRow } from "./host-conversation.entity.js";
import { HostConversationStore } from "./host-conversation.store.js";
import { SeenNumbers } from "./seen-numbers.service.js";

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
    private readonly store: HostConversationStore,
    private readonly accounts: HostAccounts,
    private readonly finder: ConversationFinder,
    private readonly found: FoundConversations,
    private readonly reading: ConversationReading,
    private readonly numbers: SeenNumbers,
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
  async ensure(accountId: number, debtorId: number, person: Addressee): Promise<Conversation> {
    const { inboxId } = await this.accounts.get(accountId);
    const phoneHash = this.numbers.hashOf(accountId, phoneKey(person.phone));
    const access = await this.accounts.hostAccess(accountId);
    const known = await this.store.byDebtor(accountId, debtorId);
    const { conversationId } =
      known && this.stillGood(known, inboxId, phoneHash)
        ? await this.found.ensuredAnew(known)
        : await this.found.record(accountId, debtorId, phoneHash, await this.finder.find(access, inboxId, person));
    // What the debtor wrote before Saldo listened is read before they are written to: it may be that they want nothing of it.
    for (const row of await this.store.unreadHistory(accountId, debtorId)) await this.reading.whole(access, row);
    const ensured = await this.store.byConversation(accountId, conversationId);
    if (!ensured) throw new Error("An ensured conversation has no row");
    return view(ensured);
  }

  /** Records, in the caller's unit of work, that a conversation somebody began in the helpdesk is about this debtor. */
  adopt(
    accountId: number,
    debtorId: number,
    conversation: HostConversationState,
    message: Pick<HostMessage, "id" | "createdAt">,
  ): Promise<void> {
    return this.found.adopt(accountId, debtorId, conversation, message);
  }

  /** The helpdesk does not have it any more; in the caller's unit of work. Should it turn up again, its news tell. */
  async forget(accountId: number, conversationId: number): Promise<void> {
    await this.store.update(accountId, conversationId, { status: GONE, sourceIdHash: null, sourceIdSeenAt: null });
  }

  /** Page of the conversation in the helpdesk, for people. */
  url(access: Pick<HostAccess, "baseUrl" | "hostAccountId">, conversationId: number): string {
    return `${access.baseUrl}/app/accounts/${access.hostAccountId}/conversations/${conversationId}`;
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

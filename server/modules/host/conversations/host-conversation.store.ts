import { Injectable } from "@nestjs/common";
import type { Updateable } from "kysely";
import { aliasedColumns } from "../../../platform/database/columns.js";
import { Database } from "../../../platform/database/database.js";
import type { Without } from "../../../platform/work/work-rows.js";
import type { Instant } from "../../../shared/instant.js";
import type { HostConversationRow } from "./host-conversation.entity.js";
import { HOST_CONVERSATION, type HostTables } from "../host.tables.js";

export type NewConversation = Omit<HostConversationRow, "id">;

const COLUMN = {
  id: "id",
  accountId: "account_id",
  debtorId: "debtor_id",
  inboxId: "inbox_id",
  contactId: "contact_id",
  conversationId: "conversation_id",
  sourceIdHash: "source_id_hash",
  sourceIdSeenAt: "source_id_seen_at",
  status: "status",
  lastInboundAt: "last_inbound_at",
  lastMessageId: "last_message_id",
  lastMessageAt: "last_message_at",
  listedId: "listed_id",
  rereadFrom: "reread_from",
  knownSince: "known_since",
  historyReadAt: "history_read_at",
  hostUpdatedAt: "host_updated_at",
  ensuredAt: "ensured_at",
} as const satisfies Record<Exclude<keyof HostConversationRow, symbol>, string>;

/** Plain statements: every webhook asks for its conversation a few times, and making entities of the rows took longer than finding them. */
const COLUMNS = aliasedColumns(COLUMN);

@Injectable()
export class HostConversationStore {
  constructor(private readonly db: Database) {}

  /** The newest one: a conversation that was resolved is followed by another. */
  async byDebtor(accountId: number, debtorId: number): Promise<HostConversationRow | null> {
    return (await this.newest(accountId).where("debtor_id", "=", debtorId).executeTakeFirst()) ?? null;
  }

  async byDebtors(accountId: number, debtorIds: readonly number[]): Promise<HostConversationRow[]> {
    if (debtorIds.length === 0) return [];
    return this.rows(accountId).where("debtor_id", "in", debtorIds).orderBy("ensured_at").orderBy("id").execute();
  }

  async byConversation(accountId: number, conversationId: number): Promise<HostConversationRow | null> {
    return (await this.rows(accountId).where("conversation_id", "=", conversationId).executeTakeFirst()) ?? null;
  }

  async byContact(accountId: number, contactId: number): Promise<HostConversationRow | null> {
    return (await this.newest(accountId).where("contact_id", "=", contactId).executeTakeFirst()) ?? null;
  }

  /** The debtor's conversations in which earlier words may stand that nobody has read. */
  unreadHistory(accountId: number, debtorId: number): Promise<HostConversationRow[]> {
    return this.rows(accountId).where("debtor_id", "=", debtorId).where("history_read_at", "is", null).orderBy("id").execute();
  }

  /** The conversation of an inbox in which somebody wrote last; null when there is none. */
  async latest(accountId: number, inboxId: number): Promise<HostConversationRow | null> {
    const spoken = this.rows(accountId).where("inbox_id", "=", inboxId).where("last_message_at", "is not", null);
    return (await spoken.orderBy("last_message_at", "desc").orderBy("id", "desc").limit(1).executeTakeFirst()) ?? null;
  }

  toReread(accountId: number, limit: number, without: Without): Promise<HostConversationRow[]> {
    const announced = this.rows(accountId).where("reread_from", "is not", null).where(without);
    return announced.orderBy("reread_from").orderBy("id").limit(limit).execute();
  }

  /** @returns false when another process recorded the conversation first */
  async add(accountId: number, row: NewConversation): Promise<boolean> {
    const added = await this.db.insertIgnore(HOST_CONVERSATION, [
      {
        account_id: accountId,
        debtor_id: row.debtorId,
        inbox_id: row.inboxId,
        contact_id: row.contactId,
        conversation_id: row.conversationId,
        source_id_hash: row.sourceIdHash ?? null,
        source_id_seen_at: row.sourceIdSeenAt ?? null,
        status: row.status,
        last_inbound_at: row.lastInboundAt ?? null,
        last_message_id: row.lastMessageId,
        last_message_at: row.lastMessageAt ?? null,
        listed_id: row.listedId,
        reread_from: row.rereadFrom ?? null,
        known_since: row.knownSince,
        history_read_at: row.historyReadAt ?? null,
        host_updated_at: row.hostUpdatedAt,
        ensured_at: row.ensuredAt,
      },
    ]);
    return added > 0;
  }

  async update(accountId: number, conversationId: number, changes: Partial<NewConversation>): Promise<void> {
    const entries = Object.entries(changes) as [keyof typeof COLUMN, string | number | null | undefined][];
    const set: Updateable<HostTables["host_conversation"]> = Object.fromEntries(
      entries.map(([name, value]) => [COLUMN[name], value ?? null]),
    );
    await this.one(accountId, conversationId).set(set).execute();
  }

  /** Webhooks come in any order: both marks only ever rise. */
  async sawMessage(accountId: number, conversationId: number, messageId: number, at: Instant, inbound: boolean): Promise<void> {
    await this.one(accountId, conversationId)
      .set({ last_message_id: messageId, last_message_at: at })
      .where("last_message_id", "<", messageId)
      .execute();
    if (!inbound) return;
    await this.one(accountId, conversationId)
      .set({ last_inbound_at: at })
      .where((is) => is.or([is("last_inbound_at", "is", null), is("last_inbound_at", "<", at)]))
      .execute();
  }

  async listedUntil(accountId: number, conversationId: number, messageId: number): Promise<void> {
    await this.one(accountId, conversationId).set({ listed_id: messageId }).where("listed_id", "<", messageId).execute();
  }

  async rereadFrom(accountId: number, conversationId: number, messageId: number): Promise<void> {
    await this.one(accountId, conversationId)
      .set({ reread_from: messageId })
      .where((is) => is.or([is("reread_from", "is", null), is("reread_from", ">", messageId)]))
      .execute();
  }

  /**
   * Clears the mark, before the listing is read: a status announced meanwhile sets it again.
   * @returns false when another process has taken it
   */
  async takeReread(accountId: number, conversationId: number, messageId: number): Promise<boolean> {
    const marked = this.one(accountId, conversationId).set({ reread_from: null }).where("reread_from", "=", messageId);
    return (await marked.executeTakeFirst()).numUpdatedRows > 0n;
  }

  private rows(accountId: number) {
    return this.db.typed<HostTables>().selectFrom(HOST_CONVERSATION).select(COLUMNS).where("account_id", "=", accountId);
  }

  private newest(accountId: number) {
    return this.rows(accountId).orderBy("ensured_at", "desc").orderBy("id", "desc").limit(1);
  }

  private one(accountId: number, conversationId: number) {
    const conversations = this.db.typed<HostTables>().updateTable(HOST_CONVERSATION).where("account_id", "=", accountId);
    return conversations.where("conversation_id", "=", conversationId);
  }
}

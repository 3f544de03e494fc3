import { Injectable } from "@nestjs/common";
import { columnsAs } from "../../../platform/database/columns.js";
import { Database } from "../../../platform/database/database.js";
import type { SqlValue } from "../../../platform/database/dialect.js";
import type { Without } from "../../../platform/work/work-rows.js";
import type { Instant } from "../../../shared/instant.js";
import type { HostConversationRow } from "./host-conversation.entity.js";
import { HOST_CONVERSATION } from "../host.tables.js";

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
const CONVERSATION = `select ${columnsAs(COLUMN)} from ${HOST_CONVERSATION}`;

@Injectable()
export class HostConversationStore {
  constructor(private readonly db: Database) {}

  /** The newest one: a conversation that was resolved is followed by another. */
  byDebtor(accountId: number, debtorId: number): Promise<HostConversationRow | null> {
    return this.db.row(`${CONVERSATION} where account_id = ? and debtor_id = ? order by ensured_at desc, id desc limit 1`, [
      accountId,
      debtorId,
    ]);
  }

  async byDebtors(accountId: number, debtorIds: readonly number[]): Promise<HostConversationRow[]> {
    if (debtorIds.length === 0) return [];
    const places = debtorIds.map(() => "?").join(", ");
    return this.db.rows(`${CONVERSATION} where account_id = ? and debtor_id in (${places}) order by ensured_at, id`, [
      accountId,
      ...debtorIds,
    ]);
  }

  byConversation(accountId: number, conversationId: number): Promise<HostConversationRow | null> {
    return this.db.row(`${CONVERSATION} where account_id = ? and conversation_id = ?`, [accountId, conversationId]);
  }

  byContact(accountId: number, contactId: number): Promise<HostConversationRow | null> {
    return this.db.row(`${CONVERSATION} where account_id = ? and contact_id = ? order by ensured_at desc, id desc limit 1`, [
      accountId,
      contactId,
    ]);
  }

  /** The debtor's conversations in which earlier words may stand that nobody has read. */
  unreadHistory(accountId: number, debtorId: number): Promise<HostConversationRow[]> {
    return this.db.rows(`${CONVERSATION} where account_id = ? and debtor_id = ? and history_read_at is null order by id`, [
      accountId,
      debtorId,
    ]);
  }

  /** The conversation of an inbox in which somebody wrote last; null when there is none. */
  latest(accountId: number, inboxId: number): Promise<HostConversationRow | null> {
    return this.db.row(
      `${CONVERSATION} where account_id = ? and inbox_id = ? and last_message_at is not null order by last_message_at desc, id desc limit 1`,
      [accountId, inboxId],
    );
  }

  toReread(accountId: number, limit: number, without: Without): Promise<HostConversationRow[]> {
    return this.db.rows(
      `${CONVERSATION} where account_id = ? and reread_from is not null${without.sql} order by reread_from, id limit ${limit}`,
      [accountId, ...without.params],
    );
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
    const entries = Object.entries(changes) as [keyof typeof COLUMN, SqlValue | undefined][];
    const set = entries.map(([name]) => `${COLUMN[name]} = ?`).join(", ");
    const values = entries.map(([, value]) => value ?? null);
    await this.db.run(`update ${HOST_CONVERSATION} set ${set} where account_id = ? and conversation_id = ?`, [
      ...values,
      accountId,
      conversationId,
    ]);
  }

  /** Webhooks come in any order: both marks only ever rise. */
  async sawMessage(accountId: number, conversationId: number, messageId: number, at: Instant, inbound: boolean): Promise<void> {
    await this.db.run(
      `update ${HOST_CONVERSATION} set last_message_id = ?, last_message_at = ? where account_id = ? and conversation_id = ? and last_message_id < ?`,
      [messageId, at, accountId, conversationId, messageId],
    );
    if (!inbound) return;
    await this.db.run(
      `update ${HOST_CONVERSATION} set last_inbound_at = ? where account_id = ? and conversation_id = ? and (last_inbound_at is null or last_inbound_at < ?)`,
      [at, accountId, conversationId, at],
    );
  }

  async listedUntil(accountId: number, conversationId: number, messageId: number): Promise<void> {
    await this.db.run(`update ${HOST_CONVERSATION} set listed_id = ? where account_id = ? and conversation_id = ? and listed_id < ?`, [
      messageId,
      accountId,
      conversationId,
      messageId,
    ]);
  }

  async rereadFrom(accountId: number, conversationId: number, messageId: number): Promise<void> {
    await this.db.run(
      `update ${HOST_CONVERSATION} set reread_from = ? where account_id = ? and conversation_id = ? and (reread_from is null or reread_from > ?)`,
      [messageId, accountId, conversationId, messageId],
    );
  }

  /**
   * Clears the mark, before the listing is read: a status announced meanwhile sets it again.
   * @returns false when another process has taken it
   */
  async takeReread(accountId: number, conversationId: number, messageId: number): Promise<boolean> {
    const taken = await this.db.run(
      `update ${HOST_CONVERSATION} set reread_from = null where account_id = ? and conversation_id = ? and reread_from = ?`,
      [accountId, conversationId, messageId],
    );
    return taken > 0;
  }
}

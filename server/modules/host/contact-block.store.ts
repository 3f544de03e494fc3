import { Injectable } from "@nestjs/common";
import type { NotNull } from "kysely";
import { Database } from "../../platform/database/database.js";
import type { Instant } from "../../shared/instant.js";
import { CONTACT_BLOCK, HOST_CONVERSATION, type HostTables } from "./host.tables.js";

/** One number of a blocked contact. */
export interface KnownBlock {
  readonly numberHash: string;
  readonly since: Instant;
  readonly calledAt: Instant | null;
}

@Injectable()
export class ContactBlockStore {
  constructor(private readonly db: Database) {}

  of(accountId: number, contactId: number): Promise<KnownBlock[]> {
    const known = this.blocks(accountId).where("contact_id", "=", contactId).orderBy("id");
    return known.select(["number_hash as numberHash", "since", "called_at as calledAt"]).execute();
  }

  /** Look-up hashes of the numbers that conversations of the contact, and this one, send to. */
  async numbersOf(accountId: number, contactId: number, conversationId: number | null): Promise<string[]> {
    const rows = await this.db
      .typed<HostTables>()
      .selectFrom(HOST_CONVERSATION)
      .select("source_id_hash as hash")
      .where("account_id", "=", accountId)
      .where((is) => is.or([is("contact_id", "=", contactId), is("conversation_id", "=", conversationId ?? 0)]))
      .where("source_id_hash", "is not", null)
      .$narrowType<{ hash: NotNull }>()
      .execute();
    return rows.map(({ hash }) => hash);
  }

  async add(accountId: number, contactId: number, hashes: readonly string[], since: Instant): Promise<void> {
    await this.db.insertIgnore(
      CONTACT_BLOCK,
      hashes.map((hash) => ({ account_id: accountId, contact_id: contactId, number_hash: hash, since, read_at: 0, called_at: null })),
    );
  }

  async remove(accountId: number, contactId: number): Promise<void> {
    const blocks = this.db.typed<HostTables>().deleteFrom(CONTACT_BLOCK).where("account_id", "=", accountId);
    await blocks.where("contact_id", "=", contactId).execute();
  }

  async read(accountId: number, contactId: number, at: Instant): Promise<void> {
    await this.note(accountId, contactId).set({ read_at: at }).execute();
  }

  async called(accountId: number, contactId: number, numberHash: string, at: Instant): Promise<void> {
    await this.note(accountId, contactId).set({ called_at: at }).where("number_hash", "=", numberHash).execute();
  }

  /** Of these numbers those that some contact still blocks. */
  async stillBlocked(accountId: number, hashes: readonly string[]): Promise<ReadonlySet<string>> {
    if (hashes.length === 0) return new Set();
    const rows = await this.blocks(accountId).select("number_hash").distinct().where("number_hash", "in", hashes).execute();
    return new Set(rows.map((row) => row.number_hash));
  }

  /** Contacts that were not read since, those unread for longest first. */
  async unreadSince(accountId: number, since: Instant, limit: number): Promise<number[]> {
    const rows = await this.blocks(accountId)
      .select("contact_id")
      .where("read_at", "<", since)
      .groupBy("contact_id")
      .orderBy(({ fn }) => fn.min("read_at"))
      .orderBy("contact_id")
      .limit(limit)
      .execute();
    return rows.map((row) => row.contact_id);
  }

  private blocks(accountId: number) {
    return this.db.typed<HostTables>().selectFrom(CONTACT_BLOCK).where("account_id", "=", accountId);
  }

  private note(accountId: number, contactId: number) {
    return this.db.typed<HostTables>().updateTable(CONTACT_BLOCK).where("account_id", "=", accountId).where("contact_id", "=", contactId);
  }
}

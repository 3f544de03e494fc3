import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import { marks } from "../../platform/database/marks.js";
import type { Instant } from "../../shared/instant.js";
import { CONTACT_BLOCK, HOST_CONVERSATION } from "./host.tables.js";

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
    return this.db.rows(
      `select number_hash as numberHash, since, called_at as calledAt from ${CONTACT_BLOCK} where account_id = ? and contact_id = ? order by id`,
      [accountId, contactId],
    );
  }

  /** Look-up hashes of the numbers that conversations of the contact, and this one, send to. */
  async numbersOf(accountId: number, contactId: number, conversationId: number | null): Promise<string[]> {
    const rows = await this.db.rows<{ hash: string }>(
      `select source_id_hash as hash from ${HOST_CONVERSATION}
        where account_id = ? and (contact_id = ? or conversation_id = ?) and source_id_hash is not null`,
      [accountId, contactId, conversationId ?? 0],
    );
    return rows.map(({ hash }) => hash);
  }

  async add(accountId: number, contactId: number, hashes: readonly string[], since: Instant): Promise<void> {
    await this.db.insertIgnore(
      CONTACT_BLOCK,
      hashes.map((hash) => ({ account_id: accountId, contact_id: contactId, number_hash: hash, since, read_at: 0, called_at: null })),
    );
  }

  async remove(accountId: number, contactId: number): Promise<void> {
    await this.db.run(`delete from ${CONTACT_BLOCK} where account_id = ? and contact_id = ?`, [accountId, contactId]);
  }

  async read(accountId: number, contactId: number, at: Instant): Promise<void> {
    await this.db.run(`update ${CONTACT_BLOCK} set read_at = ? where account_id = ? and contact_id = ?`, [at, accountId, contactId]);
  }

  async called(accountId: number, contactId: number, numberHash: string, at: Instant): Promise<void> {
    await this.db.run(`update ${CONTACT_BLOCK} set called_at = ? where account_id = ? and contact_id = ? and number_hash = ?`, [
      at,
      accountId,
      contactId,
      numberHash,
    ]);
  }

  /** Of these numbers those that some contact still blocks. */
  async stillBlocked(accountId: number, hashes: readonly string[]): Promise<ReadonlySet<string>> {
    if (hashes.length === 0) return new Set();
    const rows = await this.db.rows<{ numberHash: string }>(
      `select distinct number_hash as numberHash from ${CONTACT_BLOCK} where account_id = ? and number_hash in (${marks(hashes)})`,
      [accountId, ...hashes],
    );
    return new Set(rows.map(({ numberHash }) => numberHash));
  }

  /** Contacts that were not read since, those unread for longest first. */
  async unreadSince(accountId: number, since: Instant, limit: number): Promise<number[]> {
    const rows = await this.db.rows<{ contactId: number }>(
      `select contact_id as contactId from ${CONTACT_BLOCK} where account_id = ? and read_at < ?
        group by contact_id order by min(read_at), contact_id limit ?`,
      [accountId, since, limit],
    );
    return rows.map(({ contactId }) => contactId);
  }
}

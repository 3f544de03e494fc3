import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import type { LookupKind } from "../../platform/crypto/lookup-hash.js";
import { Database } from "../../platform/database/database.js";
import type { SqlRow } from "../../platform/database/dialect.js";
import { marks } from "../../platform/database/marks.js";
import { looseKey } from "./domain/loose-key.js";
import type { ContactPointRecord, DebtorRecord } from "./portfolio.records.js";

export type CalledDebtor = Pick<DebtorRecord, "id" | "external_id" | "loose_external_id">;

export interface LookupEntry {
  readonly kind: LookupKind;
  readonly hash: string;
  readonly debtorId: number;
  /** 0 unless the kind is phone */
  readonly contactPointId: number;
}

/** Debtors, how to reach them, and how to find them. */
@Injectable()
export class DebtorsStore {
  constructor(private readonly db: Database) {}

  async idsByExternalId(accountId: number, externalIds: readonly string[]): Promise<Map<string, number>> {
    if (externalIds.length === 0) return new Map();
    const rows = await this.db.rows<{ id: number; external_id: string }>(
      `select id, external_id from debtor where account_id = ? and external_id in (${marks(externalIds)})`,
      [accountId, ...externalIds],
    );
    return new Map(rows.map((row) => [row.external_id, row.id]));
  }

  /** Those who may be called so however it is spelt; `likeness` tells who is. */
  async perhapsCalled(accountId: number, externalIds: readonly string[]): Promise<CalledDebtor[]> {
    const keys = [...new Set(externalIds.map(looseKey))];
    if (keys.length === 0) return [];
    return this.db.rows<CalledDebtor>(
      `select id, external_id, loose_external_id from debtor where account_id = ? and loose_external_id in (${marks(keys)}) order by id`,
      [accountId, ...keys],
    );
  }

  /** Waits for the debtors, lowest id first as everywhere, and returns them as they then are. */
  async lock(accountId: number, ids: readonly number[]): Promise<DebtorRecord[]> {
    if (ids.length === 0) return [];
    return this.db.lock<DebtorRecord>(`select * from debtor where account_id = ? and id in (${marks(ids)}) order by id`, [
      accountId,
      ...ids,
    ]);
  }

  async byIds(accountId: number, ids: readonly number[]): Promise<DebtorRecord[]> {
    if (ids.length === 0) return [];
    return this.db.rows<DebtorRecord>(`select * from debtor where account_id = ? and id in (${marks(ids)})`, [accountId, ...ids]);
  }

  byPublicId(accountId: number, publicId: string): Promise<DebtorRecord | null> {
    return this.db.row<DebtorRecord>("select * from debtor where account_id = ? and public_id = ?", [accountId, publicId]);
  }

  /** @returns row ids by public id */
  async insert(
    accountId: number,
    rows: readonly (SqlRow & { readonly public_id: string; readonly external_id: string })[],
  ): Promise<Map<string, number>> {
    await this.db.insert(
      "debtor",
      rows.map((row) => ({ ...row, loose_external_id: looseKey(row.external_id) })),
    );
    return this.idsByPublicId(
      accountId,
      "debtor",
      rows.map((row) => row.public_id),
    );
  }

  /** @param rows whole rows; found again by the external id */
  async update(rows: readonly SqlRow[]): Promise<void> {
    const columns = ["kind", "employment", "name_sealed", "document_sealed", "language", "country", "subdivision", "zones", "updated_at"];
    await this.db.upsert("debtor", rows, ["account_id", "external_id"], columns);
  }

  async contactPoints(accountId: number, debtorIds: readonly number[]): Promise<ContactPointRecord[]> {
    if (debtorIds.length === 0) return [];
    return this.db.rows<ContactPointRecord>(
      `select * from contact_point where account_id = ? and debtor_id in (${marks(debtorIds)}) order by id`,
      [accountId, ...debtorIds],
    );
  }

  async insertContactPoints(accountId: number, rows: readonly (SqlRow & { readonly public_id: string })[]): Promise<Map<string, number>> {
    if (rows.length === 0) return new Map();
    await this.db.insert("contact_point", rows);
    return this.idsByPublicId(
      accountId,
      "contact_point",
      rows.map((row) => row.public_id),
    );
  }

  /** @param rows whole rows; found again by the public id */
  async updateConsents(rows: readonly SqlRow[]): Promise<void> {
    await this.db.upsert("contact_point", rows, ["account_id", "public_id"], ["consent", "consent_source", "consent_on"]);
  }

  async retireContactPoints(accountId: number, ids: readonly number[], at: Instant): Promise<void> {
    if (ids.length === 0) return;
    await this.db.run(`update contact_point set invalid_at = ?, blocked_at = null where account_id = ? and id in (${marks(ids)})`, [
      at,
      accountId,
      ...ids,
    ]);
    await this.db.run(`delete from debtor_lookup where account_id = ? and kind = 'phone' and contact_point_id in (${marks(ids)})`, [
      accountId,
      ...ids,
    ]);
  }

  /** Numbers that are their debtors' again. */
  async reviveContactPoints(
    accountId: number,
    points: readonly { readonly id: number; readonly debtorId: number; readonly hash: string }[],
  ): Promise<void> {
    if (points.length === 0) return;
    await this.db.run(`update contact_point set invalid_at = null where account_id = ? and id in (${marks(points)})`, [
      accountId,
      ...points.map(({ id }) => id),
    ]);
    await this.addLookups(
      accountId,
      points.map(({ id, debtorId, hash }) => ({ kind: "phone", hash, debtorId, contactPointId: id })),
    );
  }

  async lookups(accountId: number, kind: LookupKind, debtorIds: readonly number[]): Promise<LookupEntry[]> {
    if (debtorIds.length === 0) return [];
    return this.db.rows<LookupEntry>(
      `select kind, hash, debtor_id as debtorId, contact_point_id as contactPointId from debtor_lookup
       where account_id = ? and kind = ? and debtor_id in (${marks(debtorIds)})`,
      [accountId, kind, ...debtorIds],
    );
  }

  async addLookups(accountId: number, entries: readonly LookupEntry[]): Promise<void> {
    await this.db.insertIgnore(
      "debtor_lookup",
      entries.map((entry) => ({
        account_id: accountId,
        kind: entry.kind,
        hash: entry.hash,
        debtor_id: entry.debtorId,
        contact_point_id: entry.contactPointId,
      })),
    );
  }

  async dropLookups(accountId: number, kinds: readonly LookupKind[], debtorIds: readonly number[]): Promise<void> {
    if (debtorIds.length === 0) return;
    await this.db.run(
      `delete from debtor_lookup where account_id = ? and kind in (${marks(kinds)}) and debtor_id in (${marks(debtorIds)})`,
      [accountId, ...kinds, ...debtorIds],
    );
  }

  /** Who stands behind each hash, each debtor once. */
  async holders(accountId: number, kind: LookupKind, hashes: readonly string[]): Promise<Map<string, number[]>> {
    const holders = new Map<string, number[]>();
    if (hashes.length === 0) return holders;
    const rows = await this.db.rows<{ hash: string; debtor_id: number }>(
      `select distinct hash, debtor_id from debtor_lookup where account_id = ? and kind = ? and hash in (${marks(hashes)}) order by debtor_id`,
      [accountId, kind, ...hashes],
    );
    for (const row of rows) holders.set(row.hash, [...(holders.get(row.hash) ?? []), row.debtor_id]);
    return holders;
  }

  /** @returns those of the debtors who share a number with somebody */
  async sharers(accountId: number, debtorIds: readonly number[]): Promise<Set<number>> {
    if (debtorIds.length === 0) return new Set();
    const rows = await this.db.rows<{ debtor_id: number }>(
      `select distinct mine.debtor_id from debtor_lookup mine
       join debtor_lookup other on other.account_id = ? and other.kind = 'phone' and other.hash = mine.hash and other.debtor_id <> mine.debtor_id
       where mine.account_id = ? and mine.kind = 'phone' and mine.debtor_id in (${marks(debtorIds)})`,
      [accountId, accountId, ...debtorIds],
    );
    return new Set(rows.map((row) => row.debtor_id));
  }

  /** @returns those for whom that was news */
  async markAmbiguous(accountId: number, debtorIds: readonly number[], ambiguous: boolean, now: Instant): Promise<number[]> {
    if (debtorIds.length === 0) return [];
    const rows = await this.db.rows<{ id: number }>(
      `select id from debtor where account_id = ? and ambiguous_number = ? and id in (${marks(debtorIds)}) order by id`,
      [accountId, ambiguous ? 0 : 1, ...debtorIds],
    );
    const ids = rows.map((row) => row.id);
    if (ids.length > 0) {
      await this.db.run(`update debtor set ambiguous_number = ?, updated_at = ? where account_id = ? and id in (${marks(ids)})`, [
        ambiguous ? 1 : 0,
        now,
        accountId,
        ...ids,
      ]);
    }
    return ids;
  }

  private async idsByPublicId(
    accountId: number,
    table: "debtor" | "contact_point",
    publicIds: readonly string[],
  ): Promise<Map<string, number>> {
    const rows = await this.db.rows<{ id: number; public_id: string }>(
      `select id, public_id from ${table} where account_id = ? and public_id in (${marks(publicIds)})`,
      [accountId, ...publicIds],
    );
    return new Map(rows.map((row) => [row.public_id, row.id]));
  }
}

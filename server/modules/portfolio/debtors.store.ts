import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import type { LookupKind } from "../../platform/crypto/lookup-hash.js";
import { Database } from "../../platform/database/database.js";
import type { SqlRow } from "../../platform/database/dialect.js";
import { looseKey } from "./domain/loose-key.js";
import type { ContactPointRecord, DebtorRecord } from "./portfolio-rows.tables.js";
import type { PortfolioTables } from "./portfolio.tables.js";

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
    const rows = await this.debtors(accountId).select(["id", "external_id"]).where("external_id", "in", externalIds).execute();
    return new Map(rows.map((row) => [row.external_id, row.id]));
  }

  /** Those who may be called so however it is spelt; `likeness` tells who is. */
  async perhapsCalled(accountId: number, externalIds: readonly string[]): Promise<CalledDebtor[]> {
    const keys = [...new Set(externalIds.map(looseKey))];
    if (keys.length === 0) return [];
    const named = this.debtors(accountId).where("loose_external_id", "in", keys).orderBy("id");
    return named.select(["id", "external_id", "loose_external_id"]).execute();
  }

  /** Waits for the debtors, lowest id first as everywhere, and returns them as they then are. */
  async lock(accountId: number, ids: readonly number[]): Promise<DebtorRecord[]> {
    if (ids.length === 0) return [];
    return this.db.held(this.debtors(accountId).selectAll().where("id", "in", ids).orderBy("id")).execute();
  }

  async byIds(accountId: number, ids: readonly number[]): Promise<DebtorRecord[]> {
    if (ids.length === 0) return [];
    return this.debtors(accountId).selectAll().where("id", "in", ids).execute();
  }

  async byPublicId(accountId: number, publicId: string): Promise<DebtorRecord | null> {
    return (await this.debtors(accountId).selectAll().where("public_id", "=", publicId).executeTakeFirst()) ?? null;
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
    return this.points(accountId).selectAll().where("debtor_id", "in", debtorIds).orderBy("id").execute();
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
    await this.updatePoints(accountId, ids).set({ invalid_at: at, blocked_at: null }).execute();
    await this.forgetLookups(accountId, ["phone"]).where("contact_point_id", "in", ids).execute();
  }

  /** Numbers that are their debtors' again. */
  async reviveContactPoints(
    accountId: number,
    points: readonly { readonly id: number; readonly debtorId: number; readonly hash: string }[],
  ): Promise<void> {
    if (points.length === 0) return;
    const ids = points.map(({ id }) => id);
    await this.updatePoints(accountId, ids).set({ invalid_at: null }).execute();
    await this.addLookups(
      accountId,
      points.map(({ id, debtorId, hash }) => ({ kind: "phone", hash, debtorId, contactPointId: id })),
    );
  }

  async lookups(accountId: number, kind: LookupKind, debtorIds: readonly number[]): Promise<LookupEntry[]> {
    if (debtorIds.length === 0) return [];
    return this.lookedUp(accountId, kind)
      .select(["kind", "hash", "debtor_id as debtorId", "contact_point_id as contactPointId"])
      .where("debtor_id", "in", debtorIds)
      .execute();
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
    await this.forgetLookups(accountId, kinds).where("debtor_id", "in", debtorIds).execute();
  }

  /** Who stands behind each hash, each debtor once. */
  async holders(accountId: number, kind: LookupKind, hashes: readonly string[]): Promise<Map<string, number[]>> {
    const holders = new Map<string, number[]>();
    if (hashes.length === 0) return holders;
    const rows = await this.lookedUp(accountId, kind)
      .select(["hash", "debtor_id"])
      .distinct()
      .where("hash", "in", hashes)
      .orderBy("debtor_id")
      .execute();
    for (const row of rows) holders.set(row.hash, [...(holders.get(row.hash) ?? []), row.debtor_id]);
    return holders;
  }

  /** @returns those of the debtors who share a number with somebody */
  async sharers(accountId: number, debtorIds: readonly number[]): Promise<Set<number>> {
    if (debtorIds.length === 0) return new Set();
    const rows = await this.tables
      .selectFrom("debtor_lookup as mine")
      .innerJoin("debtor_lookup as other", (join) =>
        join
          .onRef("other.account_id", "=", "mine.account_id")
          .on("other.kind", "=", "phone")
          .onRef("other.hash", "=", "mine.hash")
          .onRef("other.debtor_id", "<>", "mine.debtor_id"),
      )
      .select("mine.debtor_id")
      .distinct()
      .where("mine.account_id", "=", accountId)
      .where("mine.kind", "=", "phone")
      .where("mine.debtor_id", "in", debtorIds)
      .execute();
    return new Set(rows.map((row) => row.debtor_id));
  }

  /** @returns those for whom that was news */
  async markAmbiguous(accountId: number, debtorIds: readonly number[], ambiguous: boolean, now: Instant): Promise<number[]> {
    if (debtorIds.length === 0) return [];
    const rows = await this.debtors(accountId)
      .select("id")
      .where("ambiguous_number", "=", ambiguous ? 0 : 1)
      .where("id", "in", debtorIds)
      .orderBy("id")
      .execute();
    const ids = rows.map((row) => row.id);
    if (ids.length > 0) {
      const marked = { ambiguous_number: ambiguous ? 1 : 0, updated_at: now } as const;
      await this.tables.updateTable("debtor").set(marked).where("account_id", "=", accountId).where("id", "in", ids).execute();
    }
    return ids;
  }

  private async idsByPublicId(
    accountId: number,
    table: "debtor" | "contact_point",
    publicIds: readonly string[],
  ): Promise<Map<string, number>> {
    const rows = await this.tables
      .selectFrom(table)
      .select(["id", "public_id"])
      .where("account_id", "=", accountId)
      .where("public_id", "in", publicIds)
      .execute();
    return new Map(rows.map((row) => [row.public_id, row.id]));
  }

  private get tables() {
    return this.db.typed<PortfolioTables>();
  }

  private debtors(accountId: number) {
    return this.tables.selectFrom("debtor").where("account_id", "=", accountId);
  }

  private points(accountId: number) {
    return this.tables.selectFrom("contact_point").where("account_id", "=", accountId);
  }

  private updatePoints(accountId: number, ids: readonly number[]) {
    return this.tables.updateTable("contact_point").where("account_id", "=", accountId).where("id", "in", ids);
  }

  private lookedUp(accountId: number, kind: LookupKind) {
    return this.tables.selectFrom("debtor_lookup").where("account_id", "=", accountId).where("kind", "=", kind);
  }

  private forgetLookups(accountId: number, kinds: readonly LookupKind[]) {
    return this.tables.deleteFrom("debtor_lookup").where("account_id", "=", accountId).where("kind", "in", kinds);
  }
}

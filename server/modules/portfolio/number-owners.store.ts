import { Injectable } from "@nestjs/common";
import type { Selectable } from "kysely";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { NUMBER_OWNER, type PortfolioTables } from "./portfolio.tables.js";

/** A contact point that carries a number, whether it is used or was retired for it. */
export interface NumberPoint {
  readonly id: number;
  readonly publicId: string;
  readonly debtorId: number;
  readonly ending: string;
  readonly invalid: boolean;
}

export interface NumberOwner {
  readonly publicId: string;
  readonly hash: string;
  readonly debtorId: number;
  /** Row ids of the contact points that carry the number. */
  readonly pointIds: readonly number[];
  readonly assignedAt: Instant;
}

type OwnerRecord = Selectable<PortfolioTables["number_owner"]>;

/** Numbers of more than one debtor, and whose they were said to be. */
@Injectable()
export class NumberOwnersStore {
  constructor(private readonly db: Database) {}

  /** Numbers nobody decided about, by hash. */
  async shared(accountId: number, after: string, limit: number): Promise<string[]> {
    const rows = await this.sharedBy(accountId).where("l.hash", ">", after).orderBy("l.hash").limit(limit).execute();
    return rows.map(({ hash }) => hash);
  }

  async count(accountId: number): Promise<number> {
    const shared = await this.tables
      .selectFrom(this.sharedBy(accountId).as("shared"))
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .executeTakeFirst();
    const owned = await this.decided(accountId)
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .executeTakeFirst();
    return Number(shared?.n ?? 0) + Number(owned?.n ?? 0);
  }

  /** By hash. */
  async owned(accountId: number, after: string, limit: number): Promise<NumberOwner[]> {
    const rows = await this.decided(accountId).selectAll().where("hash", ">", after).orderBy("hash").limit(limit).execute();
    return rows.map(ownerOf);
  }

  /** Whose each number is that somebody decided about, by hash. */
  async owners(accountId: number): Promise<Map<string, number>> {
    const rows = await this.decided(accountId).select(["hash", "debtor_id"]).execute();
    return new Map(rows.map((row) => [row.hash, row.debtor_id]));
  }

  async byPublicId(accountId: number, publicId: string): Promise<NumberOwner | null> {
    const row = await this.decided(accountId).selectAll().where("public_id", "=", publicId).executeTakeFirst();
    return row ? ownerOf(row) : null;
  }

  /** The number that a contact point carries. */
  async hashOfPoint(accountId: number, publicId: string): Promise<string | null> {
    const row = await this.tables
      .selectFrom("contact_point as p")
      .innerJoin("debtor_lookup as l", (join) =>
        join
          .onRef("l.account_id", "=", "p.account_id")
          .onRef("l.debtor_id", "=", "p.debtor_id")
          .on("l.kind", "=", "phone")
          .onRef("l.contact_point_id", "=", "p.id"),
      )
      .select("l.hash")
      .where("p.account_id", "=", accountId)
      .where("p.public_id", "=", publicId)
      .executeTakeFirst();
    return row?.hash ?? null;
  }

  /** Contact points in use under these numbers, by hash. */
  async pointsUnder(accountId: number, hashes: readonly string[]): Promise<Map<string, NumberPoint[]>> {
    if (hashes.length === 0) return new Map();
    const rows = await this.tables
      .selectFrom("debtor_lookup as l")
      .innerJoin("contact_point as p", (join) => join.onRef("p.account_id", "=", "l.account_id").onRef("p.id", "=", "l.contact_point_id"))
      .select([...POINT, "l.hash"])
      .where("l.account_id", "=", accountId)
      .where("l.kind", "=", "phone")
      .where("l.hash", "in", hashes)
      .orderBy("p.id")
      .execute();
    return Map.groupBy(
      rows.map(({ hash, ...row }) => ({ hash, ...pointOf(row) })),
      ({ hash }) => hash,
    );
  }

  async points(accountId: number, ids: readonly number[]): Promise<NumberPoint[]> {
    if (ids.length === 0) return [];
    const rows = await this.tables
      .selectFrom("contact_point as p")
      .select(POINT)
      .where("p.account_id", "=", accountId)
      .where("p.id", "in", ids)
      .orderBy("p.id")
      .execute();
    return rows.map(pointOf);
  }

  async save(
    accountId: number,
    { publicId, hash, debtorId, pointIds, assignedAt }: NumberOwner,
    noteSealed: string,
    actor: string,
  ): Promise<void> {
    await this.db.upsert(
      NUMBER_OWNER,
      [
        {
          account_id: accountId,
          public_id: publicId,
          hash,
          debtor_id: debtorId,
          contact_points: JSON.stringify(pointIds),
          note_sealed: noteSealed,
          actor,
          assigned_at: assignedAt,
        },
      ],
      ["account_id", "hash"],
      ["debtor_id", "contact_points", "note_sealed", "actor", "assigned_at"],
    );
  }

  private get tables() {
    return this.db.typed<PortfolioTables>();
  }

  private decided(accountId: number) {
    return this.tables.selectFrom(NUMBER_OWNER).where("account_id", "=", accountId);
  }

  private sharedBy(accountId: number) {
    return this.tables
      .selectFrom("debtor as b")
      .innerJoin("debtor_lookup as l", (join) =>
        join.onRef("l.account_id", "=", "b.account_id").onRef("l.debtor_id", "=", "b.id").on("l.kind", "=", "phone"),
      )
      .select("l.hash")
      .where("b.account_id", "=", accountId)
      .where("b.ambiguous_number", "=", 1)
      .groupBy("l.hash")
      .having(({ fn }) => fn.count("l.debtor_id").distinct(), ">", 1);
  }
}

const POINT = ["p.id", "p.public_id as publicId", "p.debtor_id as debtorId", "p.ending", "p.invalid_at as invalidAt"] as const;

function pointOf({ invalidAt, ...row }: Omit<NumberPoint, "invalid"> & { readonly invalidAt: Instant | null }): NumberPoint {
  return { ...row, invalid: invalidAt !== null };
}

function ownerOf(row: OwnerRecord): NumberOwner {
  return {
    publicId: row.public_id,
    hash: row.hash,
    debtorId: row.debtor_id,
    pointIds: JSON.parse(row.contact_points) as number[],
    assignedAt: row.assigned_at,
  };
}

import { Injectable } from "@nestjs/common";
import type { Instant } from "../../shared/instant.js";
import { Database } from "../../platform/database/database.js";
import { marks } from "../../platform/database/marks.js";

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

interface OwnerRecord {
  readonly public_id: string;
  readonly hash: string;
  readonly debtor_id: number;
  readonly contact_points: string;
  readonly assigned_at: Instant;
}

/** Numbers of more than one debtor, and whose they were said to be. */
@Injectable()
export class NumberOwnersStore {
  constructor(private readonly db: Database) {}

  /** Numbers nobody decided about, by hash. */
  async shared(accountId: number, after: string, limit: number): Promise<string[]> {
    const rows = await this.db.rows<{ hash: string }>(`${SHARED} and l.hash > ? ${GROUPED} order by l.hash limit ?`, [
      accountId,
      after,
      limit,
    ]);
    return rows.map(({ hash }) => hash);
  }

  async count(accountId: number): Promise<number> {
    const shared = await this.db.row<{ n: number }>(`select count(*) as n from (${SHARED} ${GROUPED}) as shared`, [accountId]);
    const owned = await this.db.row<{ n: number }>("select count(*) as n from number_owner where account_id = ?", [accountId]);
    return Number(shared?.n ?? 0) + Number(owned?.n ?? 0);
  }

  /** By hash. */
  async owned(accountId: number, after: string, limit: number): Promise<NumberOwner[]> {
    const rows = await this.db.rows<OwnerRecord>("select * from number_owner where account_id = ? and hash > ? order by hash limit ?", [
      accountId,
      after,
      limit,
    ]);
    return rows.map(ownerOf);
  }

  /** Whose each number is that somebody decided about, by hash. */
  async owners(accountId: number): Promise<Map<string, number>> {
    const rows = await this.db.rows<{ hash: string; debtor_id: number }>("select hash, debtor_id from number_owner where account_id = ?", [
      accountId,
    ]);
    return new Map(rows.map((row) => [row.hash, row.debtor_id]));
  }

  async byPublicId(accountId: number, publicId: string): Promise<NumberOwner | null> {
    const row = await this.db.row<OwnerRecord>("select * from number_owner where account_id = ? and public_id = ?", [accountId, publicId]);
    return row && ownerOf(row);
  }

  /** The number that a contact point carries. */
  async hashOfPoint(accountId: number, publicId: string): Promise<string | null> {
    const row = await this.db.row<{ hash: string }>(
      `select l.hash from contact_point p join debtor_lookup l on l.account_id = p.account_id and l.debtor_id = p.debtor_id
         and l.kind = 'phone' and l.contact_point_id = p.id where p.account_id = ? and p.public_id = ?`,
      [accountId, publicId],
    );
    return row?.hash ?? null;
  }

  /** Contact points in use under these numbers, by hash. */
  async pointsUnder(accountId: number, hashes: readonly string[]): Promise<Map<string, NumberPoint[]>> {
    if (hashes.length === 0) return new Map();
    const rows = await this.db.rows<NumberPoint & { hash: string; invalid: number }>(
      `select l.hash, ${POINT} from debtor_lookup l join contact_point p on p.account_id = l.account_id and p.id = l.contact_point_id
       where l.account_id = ? and l.kind = 'phone' and l.hash in (${marks(hashes)}) order by p.id`,
      [accountId, ...hashes],
    );
    return Map.groupBy(rows, ({ hash }) => hash);
  }

  async points(accountId: number, ids: readonly number[]): Promise<NumberPoint[]> {
    if (ids.length === 0) return [];
    const rows = await this.db.rows<NumberPoint>(
      `select ${POINT} from contact_point p where p.account_id = ? and p.id in (${marks(ids)}) order by p.id`,
      [accountId, ...ids],
    );
    return rows.map((row) => ({ ...row, invalid: Boolean(row.invalid) }));
  }

  async save(
    accountId: number,
    { publicId, hash, debtorId, pointIds, assignedAt }: NumberOwner,
    noteSealed: string,
    actor: string,
  ): Promise<void> {
    await this.db.upsert(
      "number_owner",
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
}

const POINT = `p.id, p.public_id as publicId, p.debtor_id as debtorId, p.ending,
  case when p.invalid_at is null then 0 else 1 end as invalid`;
const SHARED = `select l.hash from debtor b join debtor_lookup l on l.account_id = b.account_id and l.debtor_id = b.id and l.kind = 'phone'
  where b.account_id = ? and b.ambiguous_number = 1`;
const GROUPED = "group by l.hash having count(distinct l.debtor_id) > 1";

function ownerOf(row: OwnerRecord): NumberOwner {
  return {
    publicId: row.public_id,
    hash: row.hash,
    debtorId: row.debtor_id,
    pointIds: JSON.parse(row.contact_points) as number[],
    assignedAt: row.assigned_at,
  };
}

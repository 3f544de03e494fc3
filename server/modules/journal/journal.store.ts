import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import type { SqlRow, SqlValue } from "../../platform/database/dialect.js";
import type { Instant } from "../../shared/instant.js";
import { NO_HASH } from "./chain/record.js";
import { AccountNames } from "./account-names.port.js";

/** One row of journal_record. */
export interface StoredRecord {
  readonly seq: number;
  readonly recordId: string;
  readonly type: string;
  readonly version: number;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly debtorId: number | null;
  readonly debtorPublicId: string | null;
  /** Canonical JSON. */
  readonly payload: string;
  readonly personalSealed: string | null;
  readonly saltSealed: string | null;
  readonly commitment: string | null;
  readonly prevHash: string;
  readonly hash: string;
}

export interface Head {
  readonly accountPublicId: string;
  readonly seq: number;
  readonly hash: string;
}

export interface RecordFilter {
  /** Records below this number. */
  readonly before?: number | undefined;
  readonly types?: readonly string[] | undefined;
  readonly debtorId?: number | undefined;
}

const COLUMNS: Readonly<Record<keyof StoredRecord, string>> = {
  seq: "seq",
  recordId: "record_id",
  type: "type",
  version: "version",
  at: "at",
  recordedAt: "recorded_at",
  actor: "actor",
  debtorId: "debtor_id",
  debtorPublicId: "debtor_public_id",
  payload: "payload",
  personalSealed: "personal_sealed",
  saltSealed: "salt_sealed",
  commitment: "commitment",
  prevHash: "prev_hash",
  hash: "hash",
};

const PAIRS = Object.entries(COLUMNS) as [keyof StoredRecord, string][];

const SELECT = `select ${PAIRS.map(([name, column]) => `${column} as ${name}`).join(", ")} from journal_record`;

@Injectable()
export class JournalStore {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountNames,
  ) {}

  /**
   * The account's head, locked until the commit; made on an account's first record. The upsert takes the exclusive lock at once:
   * an insert-ignore would take a shared one, and two first writers would wait for each other.
   */
  async lockHead(accountId: number): Promise<Head> {
    const select = "select account_public_id as accountPublicId, seq, hash from journal_head where account_id = ?";
    const [found] = await this.db.lock<Head>(select, [accountId]);
    if (found) return found;
    const row = { account_id: accountId, account_public_id: await this.accounts.publicId(accountId), seq: 0, hash: NO_HASH };
    await this.db.upsert("journal_head", [row], ["account_id"], ["account_public_id"]);
    const [made] = await this.db.lock<Head>(select, [accountId]);
    return made!;
  }

  async append(accountId: number, records: readonly StoredRecord[]): Promise<void> {
    const last = records.at(-1);
    if (!last) return;
    await this.db.insert(
      "journal_record",
      records.map((record) => ({ account_id: accountId, ...columnsOf(record) })),
    );
    await this.db.run("update journal_head set seq = ?, hash = ? where account_id = ?", [last.seq, last.hash, accountId]);
  }

  head(accountId: number): Promise<Head | null> {
    return this.db.row<Head>("select account_public_id as accountPublicId, seq, hash from journal_head where account_id = ?", [accountId]);
  }

  /** Newest record number per account; accounts without a record are absent. */
  async headSeqs(accountIds: readonly number[]): Promise<Map<number, number>> {
    if (accountIds.length === 0) return new Map();
    const rows = await this.db.rows<{ accountId: number; seq: number }>(
      `select account_id as accountId, seq from journal_head where account_id in (${accountIds.map(() => "?").join(", ")})`,
      accountIds,
    );
    return new Map(rows.map((row) => [row.accountId, row.seq]));
  }

  /** The head and the highest number among the records, as of one instant: they differ only when someone meddled. */
  async extent(accountId: number): Promise<{ readonly head: Head | null; readonly lastSeq: number }> {
    const row = await this.db.row<{ lastSeq: number | null } & { [name in keyof Head]: Head[name] | null }>(
      "select (select max(seq) from journal_record where account_id = ?) as lastSeq, h.account_public_id as accountPublicId, h.seq, h.hash " +
        "from (select 1 as one) o left join journal_head h on h.account_id = ?",
      [accountId, accountId],
    );
    const { lastSeq = null, accountPublicId = null, seq = null, hash = null } = row ?? {};
    const head = accountPublicId === null || seq === null || hash === null ? null : { accountPublicId, seq, hash };
    return { head, lastSeq: lastSeq ?? 0 };
  }

  /** Records with `after` < seq, in order. */
  since(accountId: number, after: number, limit: number): Promise<StoredRecord[]> {
    return this.db.rows<StoredRecord>(`${SELECT} where account_id = ? and seq > ? order by seq limit ?`, [accountId, after, limit]);
  }

  /** Newest first. */
  async newest(accountId: number, filter: RecordFilter, limit: number): Promise<StoredRecord[]> {
    const where = ["account_id = ?"];
    const params: SqlValue[] = [accountId];
    const and = (condition: string, ...values: readonly SqlValue[]) => {
      where.push(condition);
      params.push(...values);
    };
    if (filter.before !== undefined) and("seq < ?", filter.before);
    if (filter.debtorId !== undefined) and("debtor_id = ?", filter.debtorId);
    if (filter.types !== undefined) {
      if (filter.types.length === 0) return [];
      and(`type in (${filter.types.map(() => "?").join(", ")})`, ...filter.types);
    }
    return this.db.rows<StoredRecord>(`${SELECT} where ${where.join(" and ")} order by seq desc limit ?`, [...params, limit]);
  }
}

function columnsOf(record: StoredRecord): SqlRow {
  const row: Record<string, SqlValue> = {};
  for (const [name, column] of PAIRS) row[column] = record[name];
  return row;
}

import { Injectable } from "@nestjs/common";
import { aliasedColumns } from "../../platform/database/columns.js";
import { Database } from "../../platform/database/database.js";
import type { SqlRow, SqlValue } from "../../platform/database/dialect.js";
import type { Instant } from "../../shared/instant.js";
import { NO_HASH } from "./chain/record.js";
import { AccountNames } from "./account-names.port.js";
import { JOURNAL_HEAD, JOURNAL_RECORD, type JournalTables } from "./journal.tables.js";

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

const COLUMN = {
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
} as const satisfies Record<keyof StoredRecord, string>;

const PAIRS = Object.entries(COLUMN) as [keyof StoredRecord, string][];
const COLUMNS = aliasedColumns(COLUMN);
const OF_HEAD = ["account_public_id as accountPublicId", "seq", "hash"] as const;

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
    const head = this.db.held(this.heads(accountId).select(OF_HEAD));
    const found = await head.executeTakeFirst();
    if (found) return found;
    const row = { account_id: accountId, account_public_id: await this.accounts.publicId(accountId), seq: 0, hash: NO_HASH };
    await this.db.upsert(JOURNAL_HEAD, [row], ["account_id"], ["account_public_id"]);
    return head.executeTakeFirstOrThrow();
  }

  async append(accountId: number, records: readonly StoredRecord[]): Promise<void> {
    const last = records.at(-1);
    if (!last) return;
    await this.db.insert(
      JOURNAL_RECORD,
      records.map((record) => ({ account_id: accountId, ...columnsOf(record) })),
    );
    const heads = this.db.typed<JournalTables>().updateTable(JOURNAL_HEAD).set({ seq: last.seq, hash: last.hash });
    await heads.where("account_id", "=", accountId).execute();
  }

  async head(accountId: number): Promise<Head | null> {
    return (await this.heads(accountId).select(OF_HEAD).executeTakeFirst()) ?? null;
  }

  /** Newest record number per account; accounts without a record are absent. */
  async headSeqs(accountIds: readonly number[]): Promise<Map<number, number>> {
    if (accountIds.length === 0) return new Map();
    const heads = this.db.typed<JournalTables>().selectFrom(JOURNAL_HEAD).select(["account_id", "seq"]);
    const rows = await heads.where("account_id", "in", accountIds).execute();
    return new Map(rows.map((row) => [row.account_id, row.seq]));
  }

  /** The head and the highest number among the records, as of one instant: they differ only when someone meddled. */
  async extent(accountId: number): Promise<{ readonly head: Head | null; readonly lastSeq: number }> {
    const db = this.db.typed<JournalTables>();
    const last = this.records(accountId).select(({ fn }) => fn.max("seq").as("seq"));
    const { lastSeq, accountPublicId, seq, hash } = await db
      .selectFrom(db.selectNoFrom((is) => is.lit(1).as("one")).as("o"))
      .leftJoin(`${JOURNAL_HEAD} as h`, (join) => join.on("h.account_id", "=", accountId))
      .select(["h.account_public_id as accountPublicId", "h.seq", "h.hash"])
      .select(last.as("lastSeq"))
      .executeTakeFirstOrThrow();
    const head = accountPublicId === null || seq === null || hash === null ? null : { accountPublicId, seq, hash };
    return { head, lastSeq: lastSeq ?? 0 };
  }

  /** Records with `after` < seq, in order. */
  since(accountId: number, after: number, limit: number): Promise<StoredRecord[]> {
    return this.records(accountId).select(COLUMNS).where("seq", ">", after).orderBy("seq").limit(limit).execute();
  }

  /** Newest first. */
  async newest(accountId: number, filter: RecordFilter, limit: number): Promise<StoredRecord[]> {
    const { before, debtorId, types } = filter;
    if (types?.length === 0) return [];
    let records = this.records(accountId);
    if (before !== undefined) records = records.where("seq", "<", before);
    if (debtorId !== undefined) records = records.where("debtor_id", "=", debtorId);
    if (types !== undefined) records = records.where("type", "in", types);
    return records.select(COLUMNS).orderBy("seq", "desc").limit(limit).execute();
  }

  private records(accountId: number) {
    return this.db.typed<JournalTables>().selectFrom(JOURNAL_RECORD).where("account_id", "=", accountId);
  }

  private heads(accountId: number) {
    return this.db.typed<JournalTables>().selectFrom(JOURNAL_HEAD).where("account_id", "=", accountId);
  }
}

function columnsOf(record: StoredRecord): SqlRow {
  const row: Record<string, SqlValue> = {};
  for (const [name, column] of PAIRS) row[column] = record[name];
  return row;
}

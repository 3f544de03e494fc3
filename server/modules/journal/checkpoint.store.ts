import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import { type Instant, toIso } from "../../shared/instant.js";
import type { Checkpoint } from "./chain/checkpoint.js";
import { FORMAT } from "./chain/record.js";
import { JOURNAL_CHECKPOINT, JOURNAL_HEAD, type JournalTables } from "./journal.tables.js";

/** A checkpoint with what only this database needs of it. */
export interface StoredCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly signedAt: Instant;
  readonly peaks: readonly string[];
}

interface Row {
  readonly account: string;
  readonly seq: number;
  readonly head: string;
  readonly root: string;
  readonly peaks: string;
  readonly signedAt: number;
  readonly publicKey: string;
  readonly signature: string;
}

@Injectable()
export class CheckpointStore {
  constructor(private readonly db: Database) {}

  /** @returns false when the account has a checkpoint at that record already */
  async add(accountId: number, { checkpoint, signedAt, peaks }: StoredCheckpoint): Promise<boolean> {
    const { seq, head, root, publicKey, signature } = checkpoint;
    const row = { account_id: accountId, seq, head, root, peaks: peaks.join(","), signed_at: signedAt, public_key: publicKey, signature };
    return (await this.db.insertIgnore(JOURNAL_CHECKPOINT, [{ ...row, published: 0 }])) > 0;
  }

  async last(accountId: number): Promise<StoredCheckpoint | null> {
    const row = await this.checkpoints(accountId).orderBy("c.seq", "desc").limit(1).executeTakeFirst();
    return row ? storedOf(row) : null;
  }

  /** Checkpoints with from ≤ seq ≤ to, in order. */
  async within(accountId: number, from: number, to: number): Promise<Checkpoint[]> {
    const inside = this.checkpoints(accountId).where("c.seq", ">=", from).where("c.seq", "<=", to);
    const rows = await inside.orderBy("c.seq").execute();
    return rows.map((row) => storedOf(row).checkpoint);
  }

  async unpublished(accountId: number): Promise<Checkpoint[]> {
    const rows = await this.checkpoints(accountId).where("c.published", "=", 0).orderBy("c.seq").execute();
    return rows.map((row) => storedOf(row).checkpoint);
  }

  /** @returns affected rows */
  async markPublished(accountId: number, seq: number): Promise<number> {
    const checkpoints = this.db.typed<JournalTables>().updateTable(JOURNAL_CHECKPOINT).set({ published: 1 });
    const { numUpdatedRows } = await checkpoints.where("account_id", "=", accountId).where("seq", "=", seq).executeTakeFirst();
    return Number(numUpdatedRows);
  }

  private checkpoints(accountId: number) {
    return this.db
      .typed<JournalTables>()
      .selectFrom(`${JOURNAL_CHECKPOINT} as c`)
      .innerJoin(`${JOURNAL_HEAD} as h`, "h.account_id", "c.account_id")
      .select(["h.account_public_id as account", "c.seq", "c.head", "c.root", "c.peaks", "c.signed_at as signedAt"])
      .select(["c.public_key as publicKey", "c.signature"])
      .where("c.account_id", "=", accountId);
  }
}

function storedOf(row: Row): StoredCheckpoint {
  const { account, seq, head, root, signedAt, publicKey, signature } = row;
  return {
    checkpoint: {
      kind: "checkpoint",
      format: FORMAT,
      account,
      seq,
      head,
      root,
      at: toIso(signedAt),
      publicKey,
      signature,
    },
    signedAt,
    peaks: row.peaks === "" ? [] : row.peaks.split(","),
  };
}

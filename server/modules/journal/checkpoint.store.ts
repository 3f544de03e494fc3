import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import { type Instant, toIso } from "../../shared/instant.js";
import type { Checkpoint } from "./chain/checkpoint.js";
import { FORMAT } from "./chain/record.js";

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

const SELECT =
  "select h.account_public_id as account, c.seq, c.head, c.root, c.peaks, c.signed_at as signedAt, c.public_key as publicKey, c.signature " +
  "from journal_checkpoint c join journal_head h on h.account_id = c.account_id where c.account_id = ?";

@Injectable()
export class CheckpointStore {
  constructor(private readonly db: Database) {}

  /** @returns false when the account has a checkpoint at that record already */
  async add(accountId: number, { checkpoint, signedAt, peaks }: StoredCheckpoint): Promise<boolean> {
    const { seq, head, root, publicKey, signature } = checkpoint;
    const row = { account_id: accountId, seq, head, root, peaks: peaks.join(","), signed_at: signedAt, public_key: publicKey, signature };
    return (await this.db.insertIgnore("journal_checkpoint", [{ ...row, published: 0 }])) > 0;
  }

  async last(accountId: number): Promise<StoredCheckpoint | null> {
    const row = await this.db.row<Row>(`${SELECT} order by c.seq desc limit 1`, [accountId]);
    return row && storedOf(row);
  }

  /** Checkpoints with from ≤ seq ≤ to, in order. */
  async within(accountId: number, from: number, to: number): Promise<Checkpoint[]> {
    const rows = await this.db.rows<Row>(`${SELECT} and c.seq between ? and ? order by c.seq`, [accountId, from, to]);
    return rows.map((row) => storedOf(row).checkpoint);
  }

  async unpublished(accountId: number): Promise<Checkpoint[]> {
    const rows = await this.db.rows<Row>(`${SELECT} and c.published = 0 order by c.seq`, [accountId]);
    return rows.map((row) => storedOf(row).checkpoint);
  }

  markPublished(accountId: number, seq: number): Promise<number> {
    return this.db.run("update journal_checkpoint set published = 1 where account_id = ? and seq = ?", [accountId, seq]);
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

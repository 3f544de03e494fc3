import { type Checkpoint, isSigned } from "./checkpoint.js";
import { finding, type ChainFinding } from "./finding.js";
import { MerkleTree } from "./merkle-tree.js";
import { type ChainRecord, commitmentOf, NO_HASH, recordHash } from "./record.js";

/** Where a check begins: at the start of the chain, or where an earlier one ended. */
export interface ChainPosition {
  readonly seq: number;
  readonly head: string;
  readonly peaks: readonly string[];
}

const START: ChainPosition = { seq: 0, head: NO_HASH, peaks: [] };

/** Follows one account's chain record by record. After a finding it is of no further use. */
export class ChainCheck {
  private readonly tree: MerkleTree;
  private last: { seq: number; hash: string };

  constructor(
    readonly account: string,
    start: ChainPosition = START,
  ) {
    this.tree = new MerkleTree(start.seq, start.peaks);
    this.last = { seq: start.seq, hash: start.head };
  }

  get seq(): number {
    return this.last.seq;
  }

  /** Hash of the last record. */
  get head(): string {
    return this.last.hash;
  }

  get root(): string {
    return this.tree.root();
  }

  get peaks(): readonly string[] {
    return this.tree.peaks;
  }

  record(record: ChainRecord): ChainFinding | null {
    const expected = this.last.seq + 1;
    if (record.seq > expected) {
      const missing = record.seq - 1 === expected ? `record ${expected} is` : `records ${expected} to ${record.seq - 1} are`;
      return finding("gap", `${missing} missing: record ${record.seq} follows record ${this.last.seq}`);
    }
    if (record.seq < expected) return finding("out_of_order", `record ${record.seq} stands where record ${expected} belongs`);
    if (recordHash(this.account, record) !== record.hash) {
      return finding("altered", `record ${record.seq} was altered: its hash is not that of its content`);
    }
    if (record.prev !== this.last.hash) {
      return finding("broken_link", `record ${record.seq} does not follow record ${this.last.seq}: one of them was replaced`);
    }
    this.tree.append(Buffer.from(record.hash, "hex"));
    this.last = { seq: record.seq, hash: record.hash };
    return null;
  }

  /** A checkpoint is checked when the record it is about was the last one. */
  checkpoint(checkpoint: Checkpoint): ChainFinding | null {
    if (!isSigned(checkpoint)) return finding("wrong_signature", `the signature of the checkpoint at record ${checkpoint.seq} is wrong`);
    if (checkpoint.account !== this.account) return finding("wrong_root", "the checkpoint is about another account");
    if (checkpoint.seq !== this.last.seq) {
      return finding("out_of_order", `the checkpoint at record ${checkpoint.seq} stands after record ${this.last.seq}`);
    }
    if (checkpoint.root === this.root && checkpoint.head === this.last.hash) return null;
    return finding("wrong_root", `the first ${checkpoint.seq} records are not those that were signed: the history was rewritten`);
  }
}

/** Whether salt and text are those the record was made with. */
export function personalFinding(record: ChainRecord, salt: Uint8Array, text: string): ChainFinding | null {
  if (record.commitment === commitmentOf(salt, text)) return null;
  return finding("personal_altered", `the personal part of record ${record.seq} was altered: it does not match its commitment`);
}

import { Injectable } from "@nestjs/common";
import { Clock } from "../../platform/clock/clock.js";
import { MasterKeys } from "../../platform/crypto/keys.js";
import { Logger } from "../../platform/observability/logger.js";
import { DAY, toIso } from "../../shared/instant.js";
import { ChainCheck } from "./chain/chain-check.js";
import { isSigned, signCheckpoint } from "./chain/checkpoint.js";
import { MerkleTree } from "./chain/merkle-tree.js";
import type { StoredCheckpoint } from "./checkpoint.store.js";
import { journalEvents } from "./journal.events.js";
import { type Head, JournalStore } from "./journal.store.js";
import { chainRecordOf } from "./journal.view.js";

/** A checkpoint is due after this many records, and once a day (UTC) when anything happened. */
const RECORDS = 1_000;
const CHUNK = 1_000;

/** Decides when a checkpoint is due and signs what it could follow. */
@Injectable()
export class CheckpointSigner {
  constructor(
    private readonly store: JournalStore,
    private readonly keys: MasterKeys,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async isDue(accountId: number, last: StoredCheckpoint | null): Promise<boolean> {
    const from = last?.checkpoint.seq ?? 0;
    const [next, afterNext] = await this.store.since(accountId, from, 2);
    // The record of the last checkpoint itself is no news: an idle account stays still.
    if (!next || (!afterNext && next.type === journalEvents.checkpointSigned)) return false;
    if (!last || Math.floor(last.signedAt / DAY) < Math.floor(this.clock.now() / DAY)) return true;
    return ((await this.store.head(accountId))?.seq ?? 0) - from >= RECORDS;
  }

  /** @returns null where the chain cannot be followed from the last checkpoint to the head: a forged history is not signed */
  async sign(accountId: number, last: StoredCheckpoint | null, head: Head): Promise<StoredCheckpoint | null> {
    const check = await this.follow(accountId, last, head);
    if (check?.seq !== head.seq || check.head !== head.hash) {
      this.logger.error("journal.broken", { accountId, reason: "the journal does not verify; run: saldo audit verify" });
      return null;
    }
    const signedAt = this.clock.now();
    const statement = { account: check.account, seq: check.seq, head: check.head, root: check.root, at: toIso(signedAt) };
    return { checkpoint: signCheckpoint(statement, this.keys.signing), signedAt, peaks: check.peaks };
  }

  private async follow(accountId: number, last: StoredCheckpoint | null, head: Head): Promise<ChainCheck | null> {
    const start = last && isWhole(last) ? { ...last.checkpoint, peaks: last.peaks } : undefined;
    const check = new ChainCheck(head.accountPublicId, start);
    while (check.seq < head.seq) {
      const records = await this.store.since(accountId, check.seq, Math.min(CHUNK, head.seq - check.seq));
      if (records.length === 0 || records.some((record) => check.record(chainRecordOf(record)) !== null)) return null;
    }
    return check;
  }
}

/** Whether a stored checkpoint may be built upon: signed, and its peaks are those of its root. */
function isWhole({ checkpoint, peaks }: StoredCheckpoint): boolean {
  return isSigned(checkpoint) && new MerkleTree(checkpoint.seq, peaks).root() === checkpoint.root;
}

import { Injectable } from "@nestjs/common";
import { Database } from "../../platform/database/database.js";
import { WorkRows } from "../../platform/work/work-rows.js";
import { system } from "../../shared/actor.js";
import { type Checkpoint, fingerprint } from "./chain/checkpoint.js";
import { CheckpointSigner } from "./checkpoint-signer.service.js";
import { CheckpointSink } from "./checkpoint-sink.port.js";
import { CheckpointStore, type StoredCheckpoint } from "./checkpoint.store.js";
import { Journal } from "./journal.port.js";
import { journalEvents } from "./journal.events.js";
import { JournalStore } from "./journal.store.js";

const WORK = "journal.checkpoints";
const SUBJECT = "journal_checkpoint";

/** Signs checkpoints, records that they were signed, and has them kept outside. */
@Injectable()
export class Checkpoints {
  constructor(
    private readonly db: Database,
    private readonly journal: Journal,
    private readonly store: JournalStore,
    private readonly checkpoints: CheckpointStore,
    private readonly signer: CheckpointSigner,
    private readonly outside: CheckpointSink,
    private readonly rows: WorkRows,
  ) {}

  /** Signs if a checkpoint is due; writes outside what a crash left unwritten. */
  async attend(accountId: number): Promise<void> {
    const resting = await this.rows.resting(accountId, WORK, SUBJECT);
    const waiting = (await this.checkpoints.unpublished(accountId)).filter(({ seq }) => !resting.has(seq));
    const subjectOf = ({ seq }: Checkpoint) => ({ subject: SUBJECT, subjectId: seq });
    await this.rows.each({ accountId, work: WORK, subjectOf }, waiting, (checkpoint) => this.publish(accountId, checkpoint));
    if (await this.signer.isDue(accountId, await this.checkpoints.last(accountId))) await this.sign(accountId);
  }

  /** A checkpoint at the newest record, made now if there is none; null for an empty journal and for one that does not verify. */
  async sign(accountId: number): Promise<Checkpoint | null> {
    const head = await this.store.head(accountId);
    const last = await this.checkpoints.last(accountId);
    if (!head || last?.checkpoint.seq === head.seq) return last?.checkpoint ?? null;
    const signed = await this.signer.sign(accountId, last, head);
    if (signed && (await this.add(accountId, signed))) await this.publish(accountId, signed.checkpoint);
    return signed?.checkpoint ?? null;
  }

  private add(accountId: number, stored: StoredCheckpoint): Promise<boolean> {
    const { seq, root, publicKey } = stored.checkpoint;
    return this.db.inUnitOfWork("journal.checkpoint", async () => {
      const added = await this.checkpoints.add(accountId, stored);
      if (added) {
        const payload = { seq, root, key: fingerprint(publicKey) };
        this.journal.append(accountId, { type: journalEvents.checkpointSigned, version: 1, actor: system("checkpoints"), payload });
      }
      return added;
    });
  }

  /** Between the commit and this a crash may fall; the next round finds the checkpoint unpublished and repeats it. */
  private async publish(accountId: number, checkpoint: Checkpoint): Promise<void> {
    await this.outside.publish(checkpoint);
    await this.db.inUnitOfWork("journal.publish", () => this.checkpoints.markPublished(accountId, checkpoint.seq));
  }
}

import { Injectable, type OnModuleDestroy } from "@nestjs/common";
import { JobQueue } from "../../../platform/queue/job-queue.js";
import { AccountRounds } from "../../../platform/work/account-rounds.js";
import { WorkRows } from "../../../platform/work/work-rows.js";
import { system } from "../../../shared/actor.js";
import { PORTFOLIO_IMPORT } from "../imports.tables.js";
import { UndoRun } from "../undo/undo-run.service.js";
import { ImportFiles } from "./import-files.service.js";
import { ImportRunner } from "./import-runner.service.js";
import { ImportUploads } from "./import-upload.store.js";
import type { ImportOrder } from "./imports.service.js";
import { type ImportRecord, ImportsStore } from "./imports.store.js";

const WORK = "imports";
/** Files a process works on side by side: a large one of one account keeps nobody waiting, and memory stays that of two. */
const AT_ONCE = 2;

/** Goes on with imports that no request waits for, one at a time for each account. */
@Injectable()
export class ImportsLane implements OnModuleDestroy {
  private readonly closing = new AbortController();
  private underWay = 0;

  constructor(
    private readonly rounds: AccountRounds,
    private readonly rows: WorkRows,
    private readonly queue: JobQueue,
    private readonly store: ImportsStore,
    private readonly files: ImportFiles,
    private readonly runner: ImportRunner,
    private readonly uploads: ImportUploads,
    private readonly undoing: UndoRun,
  ) {}

  /** @returns whether there may be more */
  round(): Promise<boolean> {
    return this.rounds.forEachAccount(
      WORK,
      (accountId) => this.turn(accountId),
      () => void this.queue.wake("imports"),
    );
  }

  /** Between two chunks the import is given back, for another process to go on with. */
  onModuleDestroy(): void {
    this.closing.abort();
  }

  private async turn(accountId: number): Promise<boolean> {
    await this.store.failOrphans(accountId);
    // Whoever ends next calls for another round.
    if (this.underWay >= AT_ONCE) return false;
    this.underWay++;
    try {
      const record = await this.store.claim(
        accountId,
        await this.rows.without(accountId, WORK, PORTFOLIO_IMPORT, `${PORTFOLIO_IMPORT}.id`),
      );
      if (!record) return false;
      await (record.status === "undoing" ? this.undo(record) : this.take(record));
      return !this.closing.signal.aborted;
    } finally {
      this.underWay--;
    }
  }

  /** An undo that cannot go on is parked as it stands: half undone it is nobody's to end. */
  private undo(record: ImportRecord): Promise<void> {
    const on = {
      accountId: record.account_id,
      work: WORK,
      subjectOf: ({ id }: ImportRecord) => ({ subject: PORTFOLIO_IMPORT, subjectId: id }),
    };
    return this.rows.each(on, [record], async () => {
      try {
        await this.undoing.from(record, this.closing.signal);
      } catch (error) {
        await this.store.giveBack(record);
        if (!this.closing.signal.aborted) throw error;
      }
    });
  }

  private async take(record: ImportRecord): Promise<void> {
    const { signal } = this.closing;
    let order: ImportOrder | null = null;
    try {
      order = JSON.parse(await this.store.order(record)) as ImportOrder;
      // What was asked and remembered before the first row is not asked again when another process goes on.
      const asked = record.row_count === 0 ? order.options : { ...order.options, confirm: true, saveProfile: undefined };
      const source = await this.uploads.source(record.account_id, record.upload_id!);
      const file = await this.files.ready(record.account_id, record.kind, source, asked, signal);
      await this.runner.run(record, file, order.actor, signal);
    } catch (error) {
      if (signal.aborted) await this.store.giveBack(record);
      else await this.runner.fail(record, order?.actor ?? system(WORK), error);
    }
  }
}

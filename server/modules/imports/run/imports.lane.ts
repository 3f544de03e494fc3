import { Injectable, type OnModuleDestroy } from "@nestjs/common";
import { JobQueue } from "../../../platform/queue/job-queue.js";
import { AccountRounds } from "../../../platform/work/account-rounds.js";
import { WorkRows } from "../../../platform/work/work-rows.js";
import { system } from "../../../shared/actor.js";
import { PORTFOLIO_IMPORT } from "../imports.tables.js";
import { UndoRun } from "../undo/undo-run.service.js";
import { ImportAttempts, tooManyAttempts } from "./import-attempts.service.js";
import { ImportFiles, type ImportOrder, type ReadyFile } from "./import-files.service.js";
import { ImportRunner } from "./import-runner.service.js";
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
    private readonly attempts: ImportAttempts,
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
      if (record.status === "undoing") await this.undo(record);
      else if (this.attempts.areOver(record)) await this.attempts.giveUp(record);
      else await this.take(record);
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
        if (this.attempts.areOver(record)) throw tooManyAttempts();
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
    let file: ReadyFile | null = null;
    try {
      order = JSON.parse(await this.store.order(record)) as ImportOrder;
      file = await this.files.waiting(record, order, signal);
      await this.runner.run(record, file, order.actor, signal);
    } catch (error) {
      if (signal.aborted) await this.store.giveBack(record);
      else await this.runner.fail(record, order?.actor ?? system(WORK), error);
    } finally {
      await file?.table.close();
    }
  }
}

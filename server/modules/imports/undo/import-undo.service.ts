import { Injectable } from "@nestjs/common";
import type { Actor } from "../../../shared/actor.js";
import { conflict } from "../../../shared/errors.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { JobQueue } from "../../../platform/queue/job-queue.js";
import { type ImportRecord, ImportsStore } from "../run/imports.store.js";
import { undoRefusalIn } from "./undo-refusal.words.js";
import { UndoCheck } from "./undo-check.service.js";
import { type UndoOrder, UndoRun } from "./undo-run.service.js";

/** Takes an import back until something was sent on it: everything is as before, on the record, and the file can be sent again. */
@Injectable()
export class ImportUndo {
  constructor(
    private readonly store: ImportsStore,
    private readonly check: UndoCheck,
    private readonly run: UndoRun,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
  ) {}

  /**
   * Starts it; any process goes on with it from here.
   * @throws DomainError `import.not_found`, `import.running`, `import.undo_…` for every reason of `UndoRefusal`
   */
  async begin(accountId: number, publicId: string, reason: string, actor: Actor): Promise<ImportRecord> {
    const { record, newest } = await this.undoable(accountId, publicId);
    const order: UndoOrder = { reason, actor };
    return this.db.inUnitOfWork("import.undo", async () => {
      const undoing = await this.store.startUndo(record, newest, JSON.stringify(order));
      this.db.afterCommit(() => this.queue.wake("imports"));
      return undoing;
    });
  }

  /** As `begin`, and resolves when it is undone. */
  now(accountId: number, publicId: string, reason: string, actor: Actor): Promise<ImportRecord> {
    return this.clock.during(async () => {
      const { record, newest } = await this.undoable(accountId, publicId);
      const order: UndoOrder = { reason, actor };
      const mine = await this.db.inUnitOfWork("import.undo", () => this.store.startUndo(record, newest, JSON.stringify(order), true));
      return this.run.from(mine);
    });
  }

  private async undoable(accountId: number, publicId: string): Promise<{ record: ImportRecord; newest: number }> {
    const newest = await this.store.newest(accountId);
    const record = await this.store.byPublicId(accountId, publicId);
    const refusal = await this.check.refusal(record);
    if (refusal === null) return { record, newest };
    throw conflict(`import.undo_${refusal}`, `The import cannot be undone. ${undoRefusalIn(refusal, "en")}`, {
      remedy: refusal === "changed" ? "Undo the later import first." : "Send a corrected file instead: it updates what differs.",
    });
  }
}

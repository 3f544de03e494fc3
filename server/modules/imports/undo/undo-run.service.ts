import { Injectable } from "@nestjs/common";
import type { Actor } from "../../../shared/actor.js";
import { Database } from "../../../platform/database/database.js";
import { Journal } from "../../journal/index.js";
import { OwedChanges } from "../../portfolio/index.js";
import { importsEvents } from "../imports.events.js";
import { ImportTraces } from "../run/import-traces.store.js";
import { type ImportRecord, ImportsStore } from "../run/imports.store.js";
import { ImportHolds } from "../run/import-holds.service.js";
import { UndoChunk } from "./undo-chunk.service.js";

/** Why and by whom an import is undone, as any process can go on with it. */
export interface UndoOrder {
  readonly reason: string;
  readonly actor: Actor;
}

/** The undoing itself, a chunk and a commit at a time, by whichever process holds it. */
@Injectable()
export class UndoRun {
  constructor(
    private readonly store: ImportsStore,
    private readonly traces: ImportTraces,
    private readonly holds: ImportHolds,
    private readonly chunks: UndoChunk,
    private readonly db: Database,
    private readonly journal: Journal,
    private readonly changes: OwedChanges,
  ) {}

  /**
   * Goes on with an undo that was claimed, a chunk and a commit at a time, the last chunk first.
   * @param signal stops between two chunks, for another process to go on
   */
  async from(record: ImportRecord, signal?: AbortSignal): Promise<ImportRecord> {
    const { reason, actor } = JSON.parse(await this.store.undoOrder(record)) as UndoOrder;
    const context = { accountId: record.account_id, actor, importId: record.public_id, importRow: record.id };
    await this.holds.undo(context, () => this.store.advance(record, {}));
    for await (const stored of this.traces.of(record.account_id, record.id)) {
      signal?.throwIfAborted();
      await this.db.inUnitOfWork("import.undo-chunk", async () => {
        await this.chunks.restore(record, context, stored, reason);
        await this.store.advance(record, {});
        this.changes.announce();
      });
    }
    return this.db.inUnitOfWork("import.undone", async () => {
      if (await this.store.finish(record, "undone")) {
        this.journal.append(record.account_id, {
          type: importsEvents.importUndone,
          version: 1,
          actor,
          payload: { import: record.public_id, kind: record.kind },
        });
      }
      return this.store.byPublicId(record.account_id, record.public_id);
    });
  }
}

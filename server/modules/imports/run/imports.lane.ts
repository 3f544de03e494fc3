import { Injectable, type OnModuleDestroy } from "@nestjs/common";
import { ImportUndo } from "../undo/import-undo.service.js";
import { ImportFiles } from "./import-files.service.js";
import { ImportRunner } from "./import-runner.service.js";
import { ImportUploads } from "./import-upload.store.js";
import type { ImportOrder } from "./imports.service.js";
import { type ImportRecord, ImportsStore } from "./imports.store.js";

/** Goes on with imports that no request waits for, one at a time in each process. */
@Injectable()
export class ImportsLane implements OnModuleDestroy {
  private readonly closing = new AbortController();

  constructor(
    private readonly store: ImportsStore,
    private readonly files: ImportFiles,
    private readonly runner: ImportRunner,
    private readonly uploads: ImportUploads,
    private readonly undoing: ImportUndo,
  ) {}

  /** @returns whether there may be more */
  async round(): Promise<boolean> {
    await this.store.failOrphans();
    const record = await this.store.claim();
    if (!record) return false;
    await (record.status === "undoing" ? this.undo(record) : this.take(record));
    return !this.closing.signal.aborted;
  }

  /** Between two chunks the import is given back, for another process to go on with. */
  onModuleDestroy(): void {
    this.closing.abort();
  }

  private async undo(record: ImportRecord): Promise<void> {
    try {
      await this.undoing.run(record, this.closing.signal);
    } catch (error) {
      if (!this.closing.signal.aborted) throw error;
      await this.store.giveBack(record);
    }
  }

  private async take(record: ImportRecord): Promise<void> {
    const { signal } = this.closing;
    const { options, actor } = JSON.parse(await this.store.order(record)) as ImportOrder;
    // What was asked and remembered before the first row is not asked again when another process goes on.
    const asked = record.row_count === 0 ? options : { ...options, confirm: true, saveProfile: undefined };
    try {
      const source = await this.uploads.source(record.account_id, record.upload_id!);
      const file = await this.files.ready(record.account_id, record.kind, source, asked, signal);
      await this.runner.run(record, file, actor, signal);
    } catch (error) {
      if (signal.aborted) await this.store.giveBack(record);
      else await this.runner.fail(record, actor, error);
    }
  }
}

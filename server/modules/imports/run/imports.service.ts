import { Injectable } from "@nestjs/common";
import { type Actor, actorRef } from "../../../shared/actor.js";
import { Clock } from "../../../platform/clock/clock.js";
import { Database } from "../../../platform/database/database.js";
import { JobQueue } from "../../../platform/queue/job-queue.js";
import { Journal } from "../../journal/index.js";
import type { CsvSource } from "../file/csv-source.adapter.js";
import { importsEvents } from "../imports.events.js";
import type { ImportKind } from "../../../shared/import-fields.js";
import { ImportFiles, type ImportOptions, type ImportOrder, modeOf, type ReadyFile } from "./import-files.service.js";
import { ImportRunner, importOutcome } from "./import-runner.service.js";
import { ImportUploads } from "./import-upload.store.js";
import { type ImportRecord, ImportsStore } from "./imports.store.js";

/** Takes files in. Good rows go in, bad ones come back; the same file again changes nothing, so a broken-off import is simply repeated. */
@Injectable()
export class Imports {
  constructor(
    private readonly store: ImportsStore,
    private readonly files: ImportFiles,
    private readonly runner: ImportRunner,
    private readonly uploads: ImportUploads,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly queue: JobQueue,
    private readonly journal: Journal,
  ) {}

  /**
   * Resolves when the file is in. Each chunk is one commit.
   * @param progress is told after each chunk how many of all rows are in
   * @throws DomainError those of `ImportFiles.ready`, `import.running`, `import.stopped`
   */
  run(
    accountId: number,
    kind: ImportKind,
    source: CsvSource,
    actor: Actor,
    options: ImportOptions = {},
    progress: (rows: number, total: number) => void = () => {},
  ): Promise<ImportRecord> {
    return this.clock.during(async () => {
      try {
        const file = await this.files.ready(accountId, kind, source, options);
        try {
          return await this.take(accountId, kind, source.name, file, actor, progress);
        } finally {
          await file.table.close();
        }
      } finally {
        await source.bytes?.close();
      }
    });
  }

  private async take(
    accountId: number,
    kind: ImportKind,
    fileName: string,
    file: ReadyFile,
    actor: Actor,
    progress: (rows: number, total: number) => void,
  ): Promise<ImportRecord> {
    const record = await this.store.start(accountId, { kind, mode: file.mode, fileName, actor: actorRef(actor) });
    try {
      return await this.runner.run(record, file, actor, undefined, progress);
    } catch (error) {
      await this.runner.fail(record, actor, error);
      throw error;
    }
  }

  /**
   * Leaves the import to whichever process takes it; a file that cannot be taken in is then an import that failed.
   * @throws DomainError `import.snapshot_of_payments`, `import.running`, `upload.not_found`
   */
  async leave(accountId: number, kind: ImportKind, source: CsvSource, uploadId: number | null, order: ImportOrder): Promise<ImportRecord> {
    const mode = modeOf(kind, order.options);
    const upload = uploadId ?? (await this.uploads.receive(accountId, source.name, contentOf(source))).id;
    return this.db.inUnitOfWork("import.leave", async () => {
      const errand = { uploadId: upload, order: JSON.stringify(order) };
      const record = await this.store.start(accountId, { kind, mode, fileName: source.name, actor: actorRef(order.actor), errand });
      this.db.afterCommit(() => this.queue.wake("imports"));
      return record;
    });
  }

  /** Stops a running import between two chunks; what is in stays. @throws DomainError `import.not_found`, `import.not_running` */
  cancel(accountId: number, publicId: string, actor: Actor): Promise<ImportRecord> {
    return this.db.inUnitOfWork("import.cancel", async () => {
      const { id } = await this.store.byPublicId(accountId, publicId);
      await this.store.cancel(accountId, id);
      const cancelled = await this.store.byPublicId(accountId, publicId);
      this.journal.append(accountId, { type: importsEvents.importCancelled, version: 1, actor, payload: importOutcome(cancelled) });
      return cancelled;
    });
  }
}

async function* contentOf(source: CsvSource): AsyncGenerator<Uint8Array> {
  if (source.bytes) yield* source.bytes.read();
  else for await (const text of source.open()) yield Buffer.from(text);
}

import { Injectable } from "@nestjs/common";
import type { Actor } from "../../../shared/actor.js";
import { DomainError } from "../../../shared/errors.js";
import { Database } from "../../../platform/database/database.js";
import { Logger } from "../../../platform/observability/logger.js";
import { Journal } from "../../journal/index.js";
import { OwedChanges } from "../../portfolio/index.js";
import { importsEvents } from "../imports.events.js";
import { ChunkIntake } from "./chunk-intake.service.js";
import type { ImportContext } from "./domain/intake.js";
import type { ReadyFile } from "./import-files.service.js";
import { type ImportFailure, type ImportRecord, ImportsStore } from "./imports.store.js";
import { Intakes } from "./intakes.service.js";
import { ImportHolds } from "./import-holds.service.js";

const HELD_AT_ONCE = 500;

/** Takes the rows of one file in, a chunk and a commit at a time. */
@Injectable()
export class ImportRunner {
  constructor(
    private readonly store: ImportsStore,
    private readonly intakes: Intakes,
    private readonly chunks: ChunkIntake,
    private readonly holds: ImportHolds,
    private readonly db: Database,
    private readonly journal: Journal,
    private readonly changes: OwedChanges,
    private readonly logger: Logger,
  ) {}

  /**
   * Resolves when the file is in, or when somebody cancelled the import. Rows a process before this one took in are not counted twice.
   * @param signal stops after the chunk that is being taken in, without ending the import
   * @param progress is told after each chunk how many of all rows were seen
   * @throws what makes the import fail; it is ended by `fail`
   */
  async run(
    record: ImportRecord,
    { table, absence }: ReadyFile,
    actor: Actor,
    signal?: AbortSignal,
    progress: (rows: number, total: number) => void = () => {},
  ): Promise<ImportRecord> {
    const context = { accountId: record.account_id, actor, importId: record.public_id, importRow: record.id };
    try {
      await this.store.count(record, table.count);
      const intake = await this.intakes.open(record.account_id, table);
      let seen = 0;
      for await (const rows of readAhead(this.intakes.chunks(table))) {
        signal?.throwIfAborted();
        seen += rows.length;
        // Read once more and not written: what they say is still needed to tell which rows repeat them.
        if (seen <= record.row_count) (await intake.take(null, rows)).keep();
        else await this.chunks.take(record, context, intake, table, rows);
        progress(seen, table.count);
      }
      if (absence) await this.hold(record, context, absence.debtIds);
    } catch (error) {
      const now = await this.store.byPublicId(record.account_id, record.public_id);
      if (now.status === "cancelled") return now;
      throw error;
    }
    return this.end(record, actor, importsEvents.importFinished, null);
  }

  /** Ends an import that cannot go on; what it had taken in stays. */
  fail(record: ImportRecord, actor: Actor, error: unknown): Promise<ImportRecord> {
    if (!(error instanceof DomainError)) this.logger.error("import.failed", { error });
    return this.end(record, actor, importsEvents.importFailed, failureOf(error));
  }

  /** As `fail`, for one that no process is to try any more; in the caller's unit of work. */
  setAside(record: ImportRecord, actor: Actor, error: DomainError): Promise<ImportRecord> {
    return this.end(record, actor, importsEvents.importSetAside, failureOf(error));
  }

  /** Only after the last row: a file that breaks off says nothing about what it does not name. */
  private async hold(record: ImportRecord, context: ImportContext, debtIds: readonly number[]): Promise<void> {
    for (let at = 0; at < debtIds.length; at += HELD_AT_ONCE) {
      await this.db.inUnitOfWork("import.hold", async () => {
        const held = await this.holds.place(context, debtIds.slice(at, at + HELD_AT_ONCE), "not_in_file");
        await this.store.advance(record, { held });
      });
    }
  }

  private end(record: ImportRecord, actor: Actor, type: EndOfImport, failure: ImportFailure | null): Promise<ImportRecord> {
    const { account_id: accountId, public_id: importId } = record;
    return this.db.inUnitOfWork("import.end", async () => {
      const status = failure ? "failed" : "done";
      if (!(await this.store.finish(record, status, failure))) return this.store.byPublicId(accountId, importId);
      const ended = await this.store.byPublicId(accountId, importId);
      const payload = { ...importOutcome(ended), ...(failure && { reason: failure.code }) };
      this.journal.append(accountId, { type, version: 1, actor, payload });
      if (status === "done") this.changes.announceFile();
      return ended;
    });
  }
}

type EndOfImport = (typeof importsEvents)["importFinished" | "importFailed" | "importSetAside"];

/** What an import did, for the journal. */
export function importOutcome(record: ImportRecord) {
  const { public_id, kind, mode, created, updated, unchanged, rejected, warned, held, released } = record;
  return { import: public_id, kind, mode, created, updated, unchanged, rejected, warned, held, released };
}

function failureOf(error: unknown): ImportFailure {
  if (error instanceof DomainError) return { code: error.code, message: error.message, remedy: error.detail.remedy ?? null };
  return {
    code: "internal",
    message: "Something failed on our side. What had been taken in stays.",
    remedy: "Send the file again: rows that are in already change nothing.",
  };
}

/** Has the next chunk read while the caller works on this one: the file is parsed while the database answers. */
async function* readAhead<T>(source: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = source.next();
  try {
    for (let read = await next; read.done !== true; read = await next) {
      next = source.next();
      // A file that breaks off is told about when its turn has come.
      next.catch(() => {});
      yield read.value;
    }
  } finally {
    await source.return(undefined);
  }
}

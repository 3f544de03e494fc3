import { Injectable } from "@nestjs/common";
import type { Actor } from "../../../shared/actor.js";
import { DomainError } from "../../../shared/errors.js";
import { Database } from "../../../platform/database/database.js";
import { Logger } from "../../../platform/observability/logger.js";
import { concernsAll } from "../../../platform/work/concerns-all.js";
import { failingOf } from "../../../platform/work/failing-of.js";
import { problemOf } from "../../../platform/work/problem-of.js";
import { Journal } from "../../journal/index.js";
import { OwedChanges } from "../../portfolio/index.js";
import type { FileRow } from "../file/domain/file-row.js";
import type { CsvTable } from "../file/table.adapter.js";
import type { RejectedRow, RowProblem } from "../rows/domain/row-problem.js";
import { importsEvents } from "../imports.events.js";
import { DebtsIntake } from "./debts-intake.service.js";
import type { ImportContext, Intake } from "./domain/intake.js";
import type { ReadyFile } from "./import-files.service.js";
import { ImportRejectsStore } from "./import-rejects.store.js";
import { ImportTraces } from "./import-traces.store.js";
import { type ImportFailure, type ImportRecord, ImportsStore } from "./imports.store.js";
import { PaymentsIntake } from "./payments-intake.service.js";
import { ImportHolds } from "./import-holds.service.js";

const ROWS_PER_CHUNK = 500;

/** What is told of a row that failed on our side. */
const UNREADABLE: RowProblem = { column: "", value: "", code: "row.stored_data_unreadable" };

/** Takes the rows of one file in, a chunk and a commit at a time. */
@Injectable()
export class ImportRunner {
  constructor(
    private readonly store: ImportsStore,
    private readonly rejects: ImportRejectsStore,
    private readonly debts: DebtsIntake,
    private readonly payments: PaymentsIntake,
    private readonly holds: ImportHolds,
    private readonly traces: ImportTraces,
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
      const intake = await this.intake(record.account_id, table);
      let seen = 0;
      for await (const rows of readAhead(chunks(table))) {
        signal?.throwIfAborted();
        seen += rows.length;
        // Read once more and not written: what they say is still needed to tell which rows repeat them.
        if (seen <= record.row_count) (await intake.take(null, rows)).keep();
        else await this.chunkWithout(record, context, intake, table, rows);
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

  /** Rows as chunks and what an intake makes of them, for a look ahead too. */
  chunks(table: CsvTable): AsyncGenerator<FileRow[]> {
    return chunks(table);
  }

  intake(accountId: number, table: CsvTable): Promise<Intake> {
    return table.map.kind === "debts" ? this.debts.open(accountId, table) : this.payments.open(accountId, table);
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

  /** Rows that fail through no fault of the file (what is stored of their debtor does not open) are refused, and the rest of the chunk is taken in. */
  private async chunkWithout(
    record: ImportRecord,
    context: ImportContext,
    intake: Intake,
    table: CsvTable,
    rows: FileRow[],
  ): Promise<void> {
    try {
      await this.chunk(record, context, intake, table, rows, []);
    } catch (error) {
      // What the import itself is told (stopped, cancelled) is no row's fault.
      if (error instanceof DomainError || concernsAll(error)) throw error;
      this.logger.error("import.row_failed", { accountId: record.account_id, reason: problemOf(error), error });
      const failing = new Set(await failingOf(rows, (part) => this.tried(context, intake, part)));
      if (failing.size === 0) throw error;
      const [good, bad] = [rows.filter((row) => !failing.has(row)), rows.filter((row) => failing.has(row))];
      await this.chunk(record, context, intake, table, good, bad);
    }
  }

  /** Takes rows in and takes it back: a chunk is committed as a whole, or a process that goes on would count a part of it twice. */
  private async tried(context: ImportContext, intake: Intake, rows: readonly FileRow[]): Promise<boolean> {
    const taken = new Error("Taken in, and taken back");
    try {
      return await this.db.inUnitOfWork("import.try", async () => {
        await intake.take(context, rows);
        throw taken;
      });
    } catch (error) {
      if (error === taken) return true;
      if (error instanceof DomainError || concernsAll(error)) throw error;
      return false;
    }
  }

  /** @param failed rows that are refused without being looked at */
  private async chunk(
    record: ImportRecord,
    context: ImportContext,
    intake: Intake,
    table: CsvTable,
    rows: readonly FileRow[],
    failed: readonly FileRow[],
  ): Promise<void> {
    const taken = await this.db.inUnitOfWork("import.chunk", async () => {
      const result = await intake.take(context, rows);
      const refused = failed.map(({ line, cells }): RejectedRow => ({ line, cells, problems: [UNREADABLE] }));
      const rejected = [...result.rejected, ...refused];
      const { warned, held, released } = result;
      const counts = { ...result.counts, rejected: rejected.length };
      const told = [...rejected, ...warned].sort((a, b) => a.line - b.line);
      await this.rejects.add(record.account_id, record.id, { delimiter: table.delimiter, headers: table.map.headers, rows: told });
      await this.traces.add(record.account_id, record.id, result.trace);
      await this.store.advance(record, { ...counts, warned: warned.length, held, released });
      if (counts.created + counts.updated > 0) this.changes.announce();
      return result;
    });
    taken.keep();
  }

  /** Only after the last row: a file that breaks off says nothing about what it does not name. */
  private async hold(record: ImportRecord, context: ImportContext, debtIds: readonly number[]): Promise<void> {
    for (let at = 0; at < debtIds.length; at += ROWS_PER_CHUNK) {
      await this.db.inUnitOfWork("import.hold", async () => {
        const held = await this.holds.place(context, debtIds.slice(at, at + ROWS_PER_CHUNK), "not_in_file");
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
      const payload = { ...outcomeOf(ended), ...(failure && { reason: failure.code }) };
      this.journal.append(accountId, { type, version: 1, actor, payload });
      if (status === "done") this.changes.announceFile();
      return ended;
    });
  }
}

type EndOfImport = (typeof importsEvents)["importFinished" | "importFailed" | "importSetAside"];

/** What an import did, for the journal. */
export function outcomeOf(record: ImportRecord) {
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

async function* chunks(table: CsvTable) {
  let chunk: FileRow[] = [];
  for await (const row of table.rows()) {
    chunk.push(row);
    if (chunk.length < ROWS_PER_CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
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

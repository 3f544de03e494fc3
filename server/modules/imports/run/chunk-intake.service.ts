import { Injectable } from "@nestjs/common";
import { DomainError } from "../../../shared/errors.js";
import { Database } from "../../../platform/database/database.js";
import { Logger } from "../../../platform/observability/logger.js";
import { concernsAll } from "../../../platform/work/concerns-all.js";
import { failingOf } from "../../../platform/work/failing-of.js";
import { problemOf } from "../../../platform/work/problem-of.js";
import { OwedChanges } from "../../portfolio/index.js";
import type { FileRow } from "../file/domain/file-row.js";
import type { CsvTable } from "../file/table.adapter.js";
import type { RejectedRow, RowProblem } from "../rows/domain/row-problem.js";
import type { ImportContext, Intake } from "./domain/intake.js";
import { ImportRejectsStore } from "./import-rejects.store.js";
import { ImportTraces } from "./import-traces.store.js";
import { type ImportRecord, ImportsStore } from "./imports.store.js";

/** What is told of a row that failed on our side. */
const UNREADABLE: RowProblem = { column: "", value: "", code: "row.stored_data_unreadable" };

/** Takes one chunk of rows in, as one commit with what came of it: counts, rows to give back, and traces for undoing it. */
@Injectable()
export class ChunkIntake {
  constructor(
    private readonly store: ImportsStore,
    private readonly rejects: ImportRejectsStore,
    private readonly traces: ImportTraces,
    private readonly db: Database,
    private readonly changes: OwedChanges,
    private readonly logger: Logger,
  ) {}

  /** Rows that fail through no fault of the file (what is stored of their debtor does not open) are refused, and the rest of the chunk is taken in. */
  async take(record: ImportRecord, context: ImportContext, intake: Intake, table: CsvTable, rows: FileRow[]): Promise<void> {
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
      const listed = [...rejected, ...warned].sort((a, b) => a.line - b.line);
      await this.rejects.add(record.account_id, record.id, { delimiter: table.delimiter, headers: table.map.headers, rows: listed });
      await this.traces.add(record.account_id, record.id, result.trace);
      await this.store.advance(record, { ...counts, warned: warned.length, held, released });
      if (counts.created + counts.updated > 0) this.changes.announce();
      return result;
    });
    taken.keep();
  }
}

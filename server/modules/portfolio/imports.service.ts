import { Injectable } from "@nestjs/common";
import { type Actor, actorRef } from "../../shared/actor.js";
import { conflict, invalid } from "../../shared/errors.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import type { DateOrder } from "./domain/date-format.js";
import type { ImportKind } from "./domain/fields.js";
import { type ImportMode, lacksTooMuch } from "./domain/snapshot.js";
import type { RejectedRow } from "./domain/row-problem.js";
import type { CsvSource } from "./import/csv-source.js";
import { type CsvTable, readTable } from "./import/csv-table.js";
import type { ImportContext, ImportCounts, Intake } from "./import/intake.js";
import { DebtsIntake } from "./debts-intake.service.js";
import { type ImportRecord, ImportsStore } from "./imports.store.js";
import { PaymentsIntake } from "./payments-intake.service.js";
import { portfolioEvents } from "./portfolio.events.js";
import { PortfolioLog } from "./portfolio.log.js";
import { SnapshotHolds } from "./snapshot-holds.service.js";
import { type Absence, type AbsentDebt, SnapshotView } from "./snapshot.view.js";

/** What the sender says of a file. */
export interface ImportOptions {
  /** Of dates that could be two; without it the file must tell. */
  readonly dates?: DateOrder | undefined;
  /** `delta` unless said otherwise. */
  readonly mode?: ImportMode | undefined;
  /** That a snapshot really may put more than half of the open debts on hold. */
  readonly confirm?: boolean | undefined;
}

export interface Preview extends ImportCounts {
  readonly rows: number;
  readonly columns: readonly { readonly header: string; readonly field: string | null }[];
  readonly missing: readonly string[];
  /** Headers of date columns that do not tell whether the day or the month comes first. */
  readonly undecidedDates: readonly string[];
  readonly withoutConsent: number;
  /** Debts held for want of a row that this file has again. */
  readonly released: number;
  /** What a snapshot lacks; null in other modes. */
  readonly absent: (Absence & { readonly confirm: boolean; readonly first: readonly AbsentDebt[] }) | null;
  /** The first fifty. */
  readonly problems: readonly RejectedRow[];
}

const ROWS_PER_CHUNK = 500;
const PROBLEMS_SHOWN = 50;
const ABSENT_SHOWN = 50;
const NOTHING: ImportCounts = { created: 0, updated: 0, unchanged: 0, rejected: 0 };

/** Takes files in. Good rows go in, bad ones come back; the same file again changes nothing, so a broken-off import is simply repeated. */
@Injectable()
export class Imports {
  constructor(
    private readonly store: ImportsStore,
    private readonly debts: DebtsIntake,
    private readonly payments: PaymentsIntake,
    private readonly snapshots: SnapshotView,
    private readonly holds: SnapshotHolds,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly log: PortfolioLog,
  ) {}

  /**
   * Resolves when the file is in. Each chunk is one commit.
   * @throws DomainError `import.columns_missing`, `import.snapshot_of_payments`, `import.snapshot_lacks`, `import.running`, `import.stopped`, and those of `readTable`
   */
  run(accountId: number, kind: ImportKind, source: CsvSource, actor: Actor, options: ImportOptions = {}): Promise<ImportRecord> {
    return this.clock.during(async () => {
      const table = await readTable(source, kind, options.dates);
      refuseIncomplete(table);
      const mode = modeOf(kind, options);
      const absence = mode === "snapshot" ? await this.snapshots.absence(accountId, table) : null;
      if (absence && !options.confirm) refuseLacking(absence);
      const record = await this.store.start(accountId, kind, mode, source.name, actorRef(actor));
      const context = { accountId, actor, importId: record.public_id, importRow: record.id };
      try {
        const intake = await this.intake(accountId, table);
        for await (const rows of chunks(table)) {
          const taken = await this.db.inUnitOfWork("import.chunk", async () => {
            const result = await intake.take(context, rows);
            const { counts, rejected, released } = result;
            await this.store.reject(accountId, record.id, { delimiter: table.delimiter, headers: table.map.headers, rows: rejected });
            await this.store.advance(accountId, record.id, { ...counts, released });
            if (counts.created + counts.updated > 0) this.log.wakePlanner();
            return result;
          });
          taken.keep();
        }
        if (absence) await this.hold(context, absence.debtIds);
      } catch (error) {
        await this.end(context, record, "failed");
        throw error;
      }
      return this.end(context, record, "done");
    });
  }

  /** What `run` would do. Writes nothing. */
  preview(accountId: number, kind: ImportKind, source: CsvSource, options: ImportOptions = {}): Promise<Preview> {
    return this.clock.during(async () => {
      const table = await readTable(source, kind, options.dates);
      const columns = table.map.headers.map((header, index) => ({ header, field: table.map.fields[index] ?? null }));
      const preview = { rows: table.count, columns, missing: table.map.missing, undecidedDates: table.undecidedDates };
      const mode = modeOf(kind, options);
      if (preview.missing.length > 0) return { ...preview, ...NOTHING, withoutConsent: 0, released: 0, absent: null, problems: [] };
      const intake = await this.intake(accountId, table);
      let counts = NOTHING;
      let withoutConsent = 0;
      let released = 0;
      const problems: RejectedRow[] = [];
      for await (const rows of chunks(table)) {
        const result = await intake.take(null, rows);
        result.keep();
        counts = add(counts, result.counts);
        withoutConsent += result.withoutConsent;
        released += result.released;
        problems.push(...result.rejected.slice(0, PROBLEMS_SHOWN - problems.length));
      }
      const absent = mode === "snapshot" ? await this.absent(accountId, table) : null;
      return { ...preview, ...counts, withoutConsent, released, absent, problems };
    });
  }

  private async absent(accountId: number, table: CsvTable): Promise<Preview["absent"]> {
    const absence = await this.snapshots.absence(accountId, table);
    const first = await this.snapshots.describe(accountId, absence.debtIds.slice(0, ABSENT_SHOWN));
    return { ...absence, confirm: lacksTooMuch(absence.debtIds.length, absence.open), first };
  }

  /** Only after the last row: a file that breaks off says nothing about what it does not name. */
  private async hold(context: ImportContext, debtIds: readonly number[]): Promise<void> {
    for (let at = 0; at < debtIds.length; at += ROWS_PER_CHUNK) {
      await this.db.inUnitOfWork("import.hold", async () => {
        const held = await this.holds.place(context, debtIds.slice(at, at + ROWS_PER_CHUNK));
        await this.store.advance(context.accountId, context.importRow, { held });
      });
    }
  }

  private intake(accountId: number, table: CsvTable): Promise<Intake> {
    return table.map.kind === "debts" ? this.debts.open(accountId, table) : this.payments.open(accountId, table);
  }

  private end({ accountId, actor, importId }: ImportContext, record: ImportRecord, status: "done" | "failed"): Promise<ImportRecord> {
    return this.db.inUnitOfWork("import.end", async () => {
      await this.store.finish(accountId, record.id, status);
      const ended = await this.store.byPublicId(accountId, importId);
      const { kind, mode, created, updated, unchanged, rejected, held, released } = ended;
      const type = status === "done" ? portfolioEvents.importFinished : portfolioEvents.importFailed;
      const payload = { import: importId, kind, mode, created, updated, unchanged, rejected, held, released };
      this.log.append(accountId, type, { actor, payload });
      return ended;
    });
  }
}

async function* chunks(table: CsvTable) {
  let chunk: { line: number; cells: readonly string[] }[] = [];
  for await (const row of table.rows()) {
    chunk.push(row);
    if (chunk.length < ROWS_PER_CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function add(a: ImportCounts, b: ImportCounts): ImportCounts {
  return {
    created: a.created + b.created,
    updated: a.updated + b.updated,
    unchanged: a.unchanged + b.unchanged,
    rejected: a.rejected + b.rejected,
  };
}

function modeOf(kind: ImportKind, { mode = "delta" }: ImportOptions): ImportMode {
  if (kind === "payments" && mode === "snapshot") {
    throw invalid("import.snapshot_of_payments", "A file of payments cannot be a snapshot.", {
      field: "mode",
      remedy: "Send payments as delta; a snapshot lists the open debts.",
    });
  }
  return mode;
}

function refuseLacking({ open, debtIds }: Absence): void {
  const absent = debtIds.length;
  if (!lacksTooMuch(absent, open)) return;
  throw conflict("import.snapshot_lacks", `The file lacks ${absent} of ${open} open debts, more than half of them.`, {
    field: "confirm",
    remedy: "Check that the file is whole. If it is, send it again with confirm: those debts are then put on hold.",
    params: { absent, open },
  });
}

function refuseIncomplete({ map }: CsvTable): void {
  if (map.missing.length === 0) return;
  const fields = map.missing.map((field) => `"${field}"`).join(", ");
  throw invalid("import.columns_missing", `The file lacks columns that no row can do without: ${fields}.`, {
    field: map.missing[0]!,
    remedy: "Add the columns, or name them as listed; their usual Spanish, Portuguese and English headers are understood too.",
    params: { columns: map.missing.join(", ") },
  });
}

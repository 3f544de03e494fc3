import { Injectable } from "@nestjs/common";
import { type Actor, actorRef } from "../../shared/actor.js";
import { invalid } from "../../shared/errors.js";
import { Clock } from "../../platform/clock/clock.js";
import { Database } from "../../platform/database/database.js";
import type { DateOrder } from "./domain/date-format.js";
import type { ImportKind } from "./domain/fields.js";
import type { RejectedRow } from "./domain/row-problem.js";
import type { CsvSource } from "./import/csv-source.js";
import { type CsvTable, readTable } from "./import/csv-table.js";
import type { ImportContext, ImportCounts, Intake } from "./import/intake.js";
import { DebtsIntake } from "./debts-intake.service.js";
import { type ImportRecord, ImportsStore } from "./imports.store.js";
import { PaymentsIntake } from "./payments-intake.service.js";
import { portfolioEvents } from "./portfolio.events.js";
import { PortfolioLog } from "./portfolio.log.js";

/** What the sender says of a file. */
export interface ImportOptions {
  /** Of dates that could be two; without it the file must tell. */
  readonly dates?: DateOrder | undefined;
}

export interface Preview extends ImportCounts {
  readonly rows: number;
  readonly columns: readonly { readonly header: string; readonly field: string | null }[];
  readonly missing: readonly string[];
  /** Headers of date columns that do not tell whether the day or the month comes first. */
  readonly undecidedDates: readonly string[];
  readonly withoutConsent: number;
  /** The first fifty. */
  readonly problems: readonly RejectedRow[];
}

const ROWS_PER_CHUNK = 500;
const PROBLEMS_SHOWN = 50;
const NOTHING: ImportCounts = { created: 0, updated: 0, unchanged: 0, rejected: 0 };

/** Takes files in. Good rows go in, bad ones come back; the same file again changes nothing, so a broken-off import is simply repeated. */
@Injectable()
export class Imports {
  constructor(
    private readonly store: ImportsStore,
    private readonly debts: DebtsIntake,
    private readonly payments: PaymentsIntake,
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly log: PortfolioLog,
  ) {}

  /**
   * Resolves when the file is in. Each chunk is one commit.
   * @throws DomainError `import.columns_missing`, `import.running`, `import.stopped`, and those of `readTable`
   */
  run(accountId: number, kind: ImportKind, source: CsvSource, actor: Actor, options: ImportOptions = {}): Promise<ImportRecord> {
    return this.clock.during(async () => {
      const table = await readTable(source, kind, options.dates);
      refuseIncomplete(table);
      const record = await this.store.start(accountId, kind, source.name, actorRef(actor));
      const context = { accountId, actor, importId: record.public_id };
      try {
        const intake = await this.intake(accountId, table);
        for await (const rows of chunks(table)) {
          const taken = await this.db.inUnitOfWork("import.chunk", async () => {
            const result = await intake.take(context, rows);
            const { counts, rejected } = result;
            await this.store.reject(accountId, record.id, { delimiter: table.delimiter, headers: table.map.headers, rows: rejected });
            await this.store.advance(accountId, record.id, counts);
            if (counts.created + counts.updated > 0) this.log.wakePlanner();
            return result;
          });
          taken.keep();
        }
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
      if (preview.missing.length > 0) return { ...preview, ...NOTHING, withoutConsent: 0, problems: [] };
      const intake = await this.intake(accountId, table);
      let counts = NOTHING;
      let withoutConsent = 0;
      const problems: RejectedRow[] = [];
      for await (const rows of chunks(table)) {
        const result = await intake.take(null, rows);
        result.keep();
        counts = add(counts, result.counts);
        withoutConsent += result.withoutConsent;
        problems.push(...result.rejected.slice(0, PROBLEMS_SHOWN - problems.length));
      }
      return { ...preview, ...counts, withoutConsent, problems };
    });
  }

  private intake(accountId: number, table: CsvTable): Promise<Intake> {
    return table.map.kind === "debts" ? this.debts.open(accountId, table) : this.payments.open(accountId, table);
  }

  private end({ accountId, actor, importId }: ImportContext, record: ImportRecord, status: "done" | "failed"): Promise<ImportRecord> {
    return this.db.inUnitOfWork("import.end", async () => {
      await this.store.finish(accountId, record.id, status);
      const ended = await this.store.byPublicId(accountId, importId);
      const { kind, created, updated, unchanged, rejected } = ended;
      const type = status === "done" ? portfolioEvents.importFinished : portfolioEvents.importFailed;
      this.log.append(accountId, type, { actor, payload: { import: importId, kind, created, updated, unchanged, rejected } });
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

function refuseIncomplete({ map }: CsvTable): void {
  if (map.missing.length === 0) return;
  const fields = map.missing.map((field) => `"${field}"`).join(", ");
  throw invalid("import.columns_missing", `The file lacks columns that no row can do without: ${fields}.`, {
    field: map.missing[0]!,
    remedy: "Add the columns, or name them as listed; their usual Spanish, Portuguese and English headers are understood too.",
    params: { columns: map.missing.join(", ") },
  });
}

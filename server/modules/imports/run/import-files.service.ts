import { Injectable } from "@nestjs/common";
import type { Actor } from "../../../shared/actor.js";
import { conflict, invalid } from "../../../shared/errors.js";
import type { CsvSource } from "../file/csv-source.adapter.js";
import type { CsvTable, TableChoice } from "../file/table.adapter.js";
import { FileThreads } from "../file/thread/file-threads.adapter.js";
import type { ImportKind } from "../../../shared/import-fields.js";
import { type ImportMode, lacksTooMuch } from "./domain/snapshot.js";
import { ImportProfiles } from "./import-profiles.service.js";
import { ImportUploads } from "./import-upload.store.js";
import type { ImportRecord } from "./imports.store.js";
import { type Absence, SnapshotView } from "./snapshot.view.js";

/** What the sender says of a file. */
export interface ImportOptions extends Omit<TableChoice, "remembered"> {
  /** `delta` unless said otherwise. */
  readonly mode?: ImportMode | undefined;
  /** That a snapshot really may put more than half of the open debts on hold. */
  readonly confirm?: boolean | undefined;
  /** The name under which its mapping is remembered. */
  readonly saveProfile?: string | undefined;
}

/** An import as any process can go on with it. */
export interface ImportOrder {
  readonly options: ImportOptions;
  readonly actor: Actor;
}

/** A file that may be taken in. */
export interface ReadyFile {
  readonly table: CsvTable;
  readonly mode: ImportMode;
  /** What a snapshot lacks; null in other modes. */
  readonly absence: Absence | null;
}

/** Reads files with what is remembered of their columns, and refuses those that cannot be taken in. */
@Injectable()
export class ImportFiles {
  constructor(
    private readonly threads: FileThreads,
    private readonly profiles: ImportProfiles,
    private readonly snapshots: SnapshotView,
    private readonly uploads: ImportUploads,
  ) {}

  /** Whoever reads a table closes it. @throws DomainError those of `readTable` and of `FileThreads` */
  async read(accountId: number, kind: ImportKind, source: CsvSource, options: ImportOptions, signal?: AbortSignal): Promise<CsvTable> {
    const remembered = await this.profiles.list(accountId, kind);
    const { dates, decimal, sheet, columns, profile } = options;
    return this.threads.read(accountId, source, kind, { dates, decimal, sheet, columns, profile, remembered }, signal);
  }

  /**
   * Remembers what there is to remember of the file. Whoever is given its table closes it.
   * @throws DomainError those of `read`, `import.columns_missing`, `import.snapshot_of_payments`, `import.snapshot_lacks`
   */
  async ready(accountId: number, kind: ImportKind, source: CsvSource, options: ImportOptions, signal?: AbortSignal): Promise<ReadyFile> {
    const mode = modeOf(kind, options);
    const table = await this.read(accountId, kind, source, options, signal);
    try {
      return await this.judged(accountId, table, mode, options);
    } catch (error) {
      await table.close();
      throw error;
    }
  }

  /**
   * The file of an import that waits for whoever takes it.
   * @throws DomainError those of `ready`, `upload.not_found`
   */
  async waiting(record: ImportRecord, { options }: ImportOrder, signal: AbortSignal): Promise<ReadyFile> {
    // What was asked and remembered before the first row is not asked again when another process goes on.
    const asked = record.row_count === 0 ? options : { ...options, confirm: true, saveProfile: undefined };
    const source = await this.uploads.source(record.account_id, record.upload_id!);
    return this.ready(record.account_id, record.kind, source, asked, signal);
  }

  private async judged(accountId: number, table: CsvTable, mode: ImportMode, options: ImportOptions): Promise<ReadyFile> {
    refuseIncomplete(table);
    const absence = mode === "snapshot" ? await this.snapshots.absence(accountId, table) : null;
    if (absence && !options.confirm) refuseLacking(absence);
    if (options.saveProfile !== undefined) await this.remember(accountId, table, options.saveProfile);
    else if (table.remembered) await this.profiles.used(accountId, table.remembered.id);
    return { table, mode, absence };
  }

  private remember(accountId: number, { map, format }: CsvTable, name: string): Promise<void> {
    const { headers, fields, kind } = map;
    return this.profiles.save(accountId, kind, { name, headers, fields, dates: format.dates, decimal: format.decimal });
  }
}

export function modeOf(kind: ImportKind, { mode = "delta" }: ImportOptions): ImportMode {
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
    remedy:
      "Add the columns, say which ones they are, or name them as listed; their usual Spanish, Portuguese and English headers are understood too.",
    params: { columns: map.missing.join(", ") },
  });
}

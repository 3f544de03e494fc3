import { Injectable } from "@nestjs/common";
import { Clock } from "../../../platform/clock/clock.js";
import { DebtorsStore } from "../../portfolio/index.js";
import type { CsvSource } from "../file/csv-source.adapter.js";
import type { CsvTable } from "../file/table.adapter.js";
import type { ImportKind } from "../../../shared/import-fields.js";
import type { RejectedRow } from "../rows/domain/row-problem.js";
import type { ImportCounts } from "./domain/intake.js";
import { NumberTally } from "./domain/number-tally.js";
import { type ImportMode, lacksTooMuch } from "./domain/snapshot.js";
import { ImportFiles, type ImportOptions, modeOf } from "./import-files.service.js";
import { Intakes } from "./intakes.service.js";
import { type Absence, type AbsentDebt, SnapshotView } from "./snapshot.view.js";

export interface Preview extends ImportCounts {
  /** Closed: its rows were read. */
  readonly table: CsvTable;
  readonly newDebtors: number;
  readonly newDebts: number;
  readonly withoutConsent: number;
  readonly sharedNumbers: number;
  /** Debts that an earlier file left open and that this one names. */
  readonly released: number;
  /** Debts that would not be chased, because rows about them cannot be read. */
  readonly held: number;
  /** Rows that would lose a cell. */
  readonly warned: number;
  /** What a snapshot lacks; null in other modes. */
  readonly absent: (Absence & { readonly confirm: boolean; readonly first: readonly AbsentDebt[] }) | null;
  /** The first fifty of the refused rows. */
  readonly problems: readonly RejectedRow[];
  /** The first fifty of the rows that would lose a cell. */
  readonly warnings: readonly RejectedRow[];
}

const PROBLEMS_SHOWN = 50;
const ABSENT_SHOWN = 50;
const HASHES_AT_ONCE = 500;

/** Says what an import would do. */
@Injectable()
export class ImportPreviews {
  constructor(
    private readonly files: ImportFiles,
    private readonly intakes: Intakes,
    private readonly snapshots: SnapshotView,
    private readonly debtors: DebtorsStore,
    private readonly clock: Clock,
  ) {}

  /** Writes nothing. @throws DomainError those of `ImportFiles.read`, `import.snapshot_of_payments` */
  of(accountId: number, kind: ImportKind, source: CsvSource, options: ImportOptions = {}): Promise<Preview> {
    return this.clock.during(async () => {
      try {
        const mode = modeOf(kind, options);
        const table = await this.files.read(accountId, kind, source, options);
        try {
          return await this.foresee(accountId, table, mode);
        } finally {
          await table.close();
        }
      } finally {
        await source.bytes?.close();
      }
    });
  }

  private async foresee(accountId: number, table: CsvTable, mode: ImportMode): Promise<Preview> {
    const ofRows = { created: 0, updated: 0, unchanged: 0, rejected: 0, warned: 0 };
    const counts = { ...ofRows, newDebtors: 0, newDebts: 0, withoutConsent: 0, released: 0, held: 0 };
    const problems: RejectedRow[] = [];
    const warnings: RejectedRow[] = [];
    if (table.map.missing.length > 0) return { table, ...counts, sharedNumbers: 0, absent: null, problems, warnings };
    const intake = await this.intakes.open(accountId, table);
    const numbers = new NumberTally();
    for await (const rows of this.intakes.chunks(table)) {
      const result = await intake.take(null, rows);
      result.keep();
      for (const key of ["created", "updated", "unchanged", "rejected"] as const) counts[key] += result.counts[key];
      for (const key of ["newDebtors", "newDebts", "withoutConsent", "released", "held"] as const) counts[key] += result[key];
      counts.warned += result.warned.length;
      numbers.add(result.numbers);
      problems.push(...result.rejected.slice(0, PROBLEMS_SHOWN - problems.length));
      warnings.push(...result.warned.slice(0, PROBLEMS_SHOWN - warnings.length));
    }
    const sharedNumbers = await this.shared(accountId, numbers);
    const absent = mode === "snapshot" ? await this.absent(accountId, table) : null;
    return { table, ...counts, sharedNumbers, absent, problems, warnings };
  }

  private async shared(accountId: number, numbers: NumberTally): Promise<number> {
    const hashes = numbers.hashes;
    let shared = 0;
    for (let at = 0; at < hashes.length; at += HASHES_AT_ONCE) {
      const some = hashes.slice(at, at + HASHES_AT_ONCE);
      const holders = await this.debtors.holders(accountId, "phone", some);
      for (const hash of some) if (numbers.becomesShared(hash, holders.get(hash) ?? [])) shared++;
    }
    return shared;
  }

  private async absent(accountId: number, table: CsvTable): Promise<Preview["absent"]> {
    const absence = await this.snapshots.absence(accountId, table);
    const first = await this.snapshots.describe(accountId, absence.debtIds.slice(0, ABSENT_SHOWN));
    return { ...absence, confirm: lacksTooMuch(absence.debtIds.length, absence.open), first };
  }
}

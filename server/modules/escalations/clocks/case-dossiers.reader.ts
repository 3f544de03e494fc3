import { Injectable } from "@nestjs/common";
import type { Instant } from "../../../shared/instant.js";
import type { LevelMarkRecord } from "../escalations.tables.js";
import { CaseReadings, type ReadCase } from "./case-readings.reader.js";
import { type CaseRow, CaseRows } from "./case-rows.reader.js";
import { LevelMarksStore } from "./level-marks.store.js";

/** All that a level asks about a case. */
export interface Dossier {
  readonly row: CaseRow;
  readonly read: ReadCase;
  readonly marks: readonly LevelMarkRecord[];
}

@Injectable()
export class CaseDossiers {
  constructor(
    private readonly rows: CaseRows,
    private readonly readings: CaseReadings,
    private readonly marks: LevelMarksStore,
  ) {}

  /** Cases without a plan are absent. */
  async of(accountId: number, caseIds: readonly number[], now: Instant): Promise<ReadonlyMap<number, Dossier>> {
    const rows = await this.rows.of(accountId, caseIds);
    const reads = await this.readings.of(accountId, caseIds, now);
    const marks = await this.marks.of(accountId, caseIds);
    return new Map(
      [...rows.values()].flatMap((row) => {
        const read = reads.get(row.id);
        return read ? [[row.id, { row, read, marks: marks.get(row.id) ?? [] }] as const] : [];
      }),
    );
  }
}

import type { Actor } from "../../../../shared/actor.js";
import type { FileRow } from "../../file/domain/file-row.js";
import type { RejectedRow } from "../../rows/domain/row-problem.js";
import type { ImportTrace } from "./import-trace.js";
import type { NumberChange } from "./number-tally.js";

export interface ImportContext {
  readonly accountId: number;
  readonly actor: Actor;
  /** Public id of the import, for the journal. */
  readonly importId: string;
  /** Its row id. */
  readonly importRow: number;
}

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** What became of one chunk of rows. */
export interface ChunkResult {
  readonly counts: ImportCounts;
  readonly rejected: readonly RejectedRow[];
  /** Rows that were taken without some of their cells. */
  readonly warned: readonly RejectedRow[];
  /** Debtors who may not be written to for want of a proven consent. */
  readonly withoutConsent: number;
  readonly newDebtors: number;
  readonly newDebts: number;
  readonly numbers: readonly NumberChange[];
  /** What it changed, for an undo. */
  readonly trace: ImportTrace;
  /** Debts that an earlier file left open and that are chased again. */
  readonly released: number;
  /** Debts that this file leaves open and that are not chased meanwhile. */
  readonly held: number;
  /** Remembers the chunk for those that follow; called once it is committed, because a chunk that was rolled back runs again. */
  keep(): void;
}

/** Takes in the rows of one file, chunk by chunk. */
export interface Intake {
  /** In a unit of work it writes; without a context it only says what it would write. */
  take(context: ImportContext | null, rows: readonly FileRow[]): Promise<ChunkResult>;
}

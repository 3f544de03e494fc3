import type { ErrorDetail, ErrorKind } from "../../../../shared/errors.js";
import type { ImportKind } from "../../../../shared/import-fields.js";
import type { FileRow } from "../domain/file-row.js";
import type { CsvTable, TableChoice } from "../table.adapter.js";

/** What a thread is given to read. */
export interface ThreadOrder {
  readonly fileName: string;
  readonly size: number;
  /** Whether it came as text: its encoding need not be found out, and it is no workbook. */
  readonly isText: boolean;
  readonly kind: ImportKind;
  readonly choice: TableChoice;
}

/** A table as a thread learned it; its rows are asked for. */
export type LearnedTable = Omit<CsvTable, "rows" | "close"> & { readonly rows?: undefined; readonly close?: undefined };

export type ToThread =
  | { readonly type: "bytes"; readonly need: number; readonly content: Uint8Array }
  /** The next rows of a reading; a number not said before begins one. */
  | { readonly type: "next"; readonly reading: number }
  | { readonly type: "stop"; readonly reading: number };

export type FromThread =
  | { readonly type: "need"; readonly need: number; readonly start: number; readonly length: number }
  | { readonly type: "learned"; readonly table: LearnedTable }
  | { readonly type: "rows"; readonly reading: number; readonly rows: readonly FileRow[]; readonly last: boolean }
  | { readonly type: "refused"; readonly kind: ErrorKind; readonly code: string; readonly message: string; readonly detail: ErrorDetail }
  | { readonly type: "failed"; readonly error: Error };

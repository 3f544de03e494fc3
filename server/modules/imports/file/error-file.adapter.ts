import type { Locale } from "../../../shared/locale.js";
import { stringify } from "csv-stringify/sync";
import { isReportColumn, REPORT_COLUMNS } from "../rows/domain/columns.js";
import type { RejectedRow } from "../rows/domain/row-problem.js";
import { explainProblem } from "../rows/row-problem.words.js";

/** Refused rows, and those that lost a cell, as they are kept: with the header and separator of the file they come from. */
export interface RejectedChunk {
  readonly delimiter: string;
  readonly headers: readonly string[];
  readonly rows: readonly RejectedRow[];
}

/**
 * Refused rows as CSV in the shape of the file they come from, with what to do in further columns: corrected, it can be sent as it is.
 * Cells that a spreadsheet would run as formulas get an apostrophe, which the import takes off again.
 */
export function* errorFile(chunks: Iterable<RejectedChunk>, locale: Locale): Generator<string> {
  let first = true;
  for (const { delimiter, headers, rows } of chunks) {
    const kept = headers.map((header, index) => ({ header, index })).filter(({ header }) => !isReportColumn(header));
    const lines = rows.map((row) => [...kept.map(({ index }) => row.cells[index] ?? ""), ...report(row, locale)]);
    const header = first ? [[...kept.map(({ header: name }) => name), ...REPORT_COLUMNS]] : [];
    yield stringify([...header, ...lines], { delimiter, bom: first, escape_formulas: true, record_delimiter: "windows" });
    first = false;
  }
}

function report(row: RejectedRow, locale: Locale): string[] {
  const explained = row.problems.map((problem) => ({ ...problem, ...explainProblem(problem, locale, row.taken) }));
  const list = (pick: (problem: (typeof explained)[number]) => string) => explained.map(pick).join(" | ");
  return [
    String(row.line),
    list(({ column }) => column),
    list(({ value }) => value),
    list(({ problem }) => problem),
    list(({ remedy }) => remedy),
  ];
}

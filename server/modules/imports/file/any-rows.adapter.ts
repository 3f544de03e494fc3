import type { CsvSource } from "./csv-source.adapter.js";
import { csvRows, DELIMITERS, headOf } from "./csv-table.adapter.js";
import type { FileRow } from "./domain/file-row.js";
import { RowAssembler } from "./domain/row-assembler.js";
import { openWorkbook } from "./xlsx/workbook.adapter.js";

/**
 * Header and rows of a file of whatever it may be about: CSV with the separator that parts its first line most, or a workbook's first sheet.
 * @throws DomainError as `openWorkbook`, `headOf` and `csvRows` do
 */
export async function* anyRows(source: CsvSource): AsyncGenerator<FileRow> {
  const workbook = await openWorkbook(source, undefined);
  if (workbook) {
    yield* workbook.read();
    return;
  }
  const [line = ""] = (await headOf(source)).replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
  const widths = DELIMITERS.map((delimiter) => {
    const assembler = new RowAssembler(delimiter);
    const rows = [...assembler.push(line), ...assembler.end()];
    return { delimiter, cells: rows[0]?.cells.length ?? 0 };
  });
  const { delimiter } = widths.reduce((best, candidate) => (candidate.cells > best.cells ? candidate : best));
  yield* csvRows(source, delimiter);
}

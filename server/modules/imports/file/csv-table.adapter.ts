import { invalid } from "../../../shared/errors.js";
import { mapColumns } from "../rows/domain/columns.js";
import type { ImportKind } from "../../../shared/import-fields.js";
import type { CsvSource } from "./csv-source.adapter.js";
import type { FileRow } from "./domain/file-row.js";
import { RowAssembler } from "./domain/row-assembler.js";
import { linesOf } from "./lines.adapter.js";

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];
/** A header longer than this is none. */
const HEAD = 65_536;

/** The separator under which most headers mean something, else under which there are most. */
export function delimiterOf(text: string, kind: ImportKind): Delimiter {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/);
  const scored = DELIMITERS.map((delimiter) => {
    const headers = headerOf(lines, delimiter);
    const known = mapColumns(kind, headers).fields.filter((field) => field !== null).length;
    return { delimiter, score: known * 1000 + headers.length };
  });
  return scored.reduce((best, candidate) => (candidate.score > best.score ? candidate : best)).delimiter;
}

function headerOf(lines: readonly string[], delimiter: Delimiter): readonly string[] {
  const assembler = new RowAssembler(delimiter);
  for (const line of lines) {
    const [header] = assembler.push(line);
    if (header) return header.cells;
  }
  return assembler.end()[0]?.cells ?? [];
}

/** The beginning of a file's text. @throws DomainError `import.empty`, `import.encoding`, `import.not_csv` */
export async function headOf(source: CsvSource): Promise<string> {
  let text = "";
  for await (const piece of source.open()) {
    text += piece.slice(0, HEAD);
    if (text.length >= HEAD) break;
  }
  if (text.includes("\ufffd")) throw damaged();
  if (text.includes("\0") || text.startsWith("PK\u0003\u0004")) {
    throw invalid("import.not_csv", "This is neither a CSV file nor a workbook that can be read.", {
      field: "text",
      remedy: "Export it as CSV UTF-8 or XLSX and send that.",
    });
  }
  if (text.trim() === "") throw empty();
  return text;
}

/** Header and rows of a CSV file. @throws DomainError `import.broken`, which names the line */
export async function* csvRows(source: CsvSource, delimiter: string): AsyncGenerator<FileRow> {
  const assembler = new RowAssembler(delimiter);
  for await (const lines of linesOf(source.open())) for (const line of lines) yield* assembler.push(line);
  yield* assembler.end();
}

/** Somebody decoded the file as what it is not before it came here: its accents are gone for good. */
function damaged() {
  return invalid("import.encoding", "Characters of the file were lost before it got here.", {
    field: "text",
    remedy: "Send the file's own bytes, or its text in UTF-8.",
  });
}

export function empty() {
  return invalid("import.empty", "The file has no rows.", { field: "text", remedy: "Send a file with a header and at least one row." });
}

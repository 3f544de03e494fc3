import { parse } from "csv-parse";
import { pipeline, Readable } from "node:stream";
import { invalid } from "../../../shared/errors.js";
import { mapColumns } from "../rows/domain/columns.js";
import type { ImportKind } from "../rows/domain/fields.js";
import type { CsvSource } from "./csv-source.adapter.js";

export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];
/** Told of every row: a file put together from others ends its lines in more than one way. */
const LINE_ENDS = ["\r\n", "\n", "\r"];
/** A header longer than this is none. */
const HEAD = 65_536;
const LONGEST_RECORD = 131_072;

export interface CsvRecord {
  /** Where it begins; the header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** The separator under which most headers mean something, else under which there are most. */
export function delimiterOf(text: string, kind: ImportKind): Delimiter {
  const first = headerOf(text);
  const scored = DELIMITERS.map((delimiter) => {
    const headers = first.split(delimiter).map((header) => header.trim().replace(/^"|"$/g, ""));
    const known = mapColumns(kind, headers).fields.filter((field) => field !== null).length;
    return { delimiter, score: known * 1000 + headers.length };
  });
  return scored.reduce((best, candidate) => (candidate.score > best.score ? candidate : best)).delimiter;
}

/** The first line that is not blank, up to a line break outside quotation marks. */
function headerOf(text: string): string {
  const plain = text.replace(/^\ufeff?\s*(?:sep=.\s*?[\r\n]+\s*)?/i, "");
  let quoted = false;
  for (let i = 0; i < plain.length; i++) {
    if (plain[i] === '"') quoted = !quoted;
    else if (!quoted && (plain[i] === "\n" || plain[i] === "\r")) return plain.slice(0, i);
  }
  return plain;
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
export async function* csvRecords(source: CsvSource, delimiter: string): AsyncGenerator<CsvRecord> {
  const parser = parse({
    bom: true,
    delimiter,
    record_delimiter: LINE_ENDS,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: LONGEST_RECORD,
  });
  // Errors of either side come out of the loop below.
  pipeline(Readable.from(source.open()), parser, () => {});
  try {
    let first = true;
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const separator = first && isSeparatorLine(record);
      first = false;
      if (separator) continue;
      const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      yield { line: info.lines - breaks, cells: record };
    }
  } catch (error) {
    throw broken(error, parser.info.lines);
  }
}

/** `sep=;` above the header tells a spreadsheet which separator follows; read by that separator itself it falls in two. */
function isSeparatorLine([cell = "", ...further]: readonly string[]): boolean {
  return /^sep=.?$/i.test(cell.trim()) && further.every((rest) => rest === "");
}

function broken(error: unknown, line: number): unknown {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== "string" || !code.startsWith("CSV_")) return error;
  return invalid(
    "import.broken",
    `The file cannot be read beyond line ${line}: a quotation mark is opened and not closed, or a row has no end.`,
    {
      field: "text",
      remedy: "Close the quotation mark, or write it twice where it is part of a text.",
      params: { line },
    },
  );
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

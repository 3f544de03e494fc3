import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import { invalid } from "../../../shared/errors.js";
import { type ColumnMap, mapColumns } from "../domain/columns.js";
import type { DateOrder } from "../domain/date-format.js";
import type { ImportKind } from "../domain/fields.js";
import { FormatEvidence, type Formats } from "../domain/row-reader.js";
import type { CsvSource } from "./csv-source.js";

const DELIMITERS = [",", ";", "\t"] as const;
/** A header longer than this is none. */
const HEAD = 65_536;
const LONGEST_RECORD = 131_072;
const MOST_COLUMNS = 200;

export interface CsvRecord {
  /** Where it begins; the header is line 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file whose columns and formats are known and whose rows have not been taken yet. */
export interface CsvTable {
  readonly delimiter: string;
  readonly map: ColumnMap;
  readonly formats: Formats;
  /** Headers of date columns of which nothing tells whether the day or the month comes first. */
  readonly undecidedDates: readonly string[];
  /** Rows below the header. */
  readonly count: number;
  rows(): AsyncGenerator<CsvRecord>;
}

/**
 * Reads a file once to learn how it is written.
 * @param dates what the sender says of dates that could be two
 * @throws DomainError `import.empty`, `import.encoding`, `import.not_csv`, `import.broken` (names the line)
 */
export async function readTable(source: CsvSource, kind: ImportKind, dates: DateOrder | null = null): Promise<CsvTable> {
  const delimiter = delimiterOf(await head(source), kind);
  let map: ColumnMap | undefined;
  let evidence: FormatEvidence | undefined;
  let count = 0;
  for await (const { cells } of records(source, delimiter)) {
    if (map) {
      count++;
      evidence?.see(cells);
    } else {
      if (cells.length > MOST_COLUMNS)
        throw invalid("import.not_csv", `The file has more than ${MOST_COLUMNS} columns.`, { field: "text" });
      map = mapColumns(kind, cells);
      evidence = new FormatEvidence(map, dates);
    }
  }
  if (!map || !evidence) throw empty();
  const { headers, fields } = map;
  return {
    delimiter,
    map,
    undecidedDates: evidence.undecided.map((field) => headers[fields.indexOf(field)]!),
    formats: evidence.formats,
    count,
    async *rows() {
      let header = true;
      for await (const record of records(source, delimiter)) {
        if (!header) yield record;
        header = false;
      }
    },
  };
}

/** The separator under which most headers mean something, else under which there are most. */
export function delimiterOf(text: string, kind: ImportKind): string {
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
  const plain = text.replace(/^\ufeff?\s*/, "");
  let quoted = false;
  for (let i = 0; i < plain.length; i++) {
    if (plain[i] === '"') quoted = !quoted;
    else if (!quoted && (plain[i] === "\n" || plain[i] === "\r")) return plain.slice(0, i);
  }
  return plain;
}

async function head(source: CsvSource): Promise<string> {
  let text = "";
  for await (const piece of source.open()) {
    text += piece.slice(0, HEAD);
    if (text.length >= HEAD) break;
  }
  if (text.includes("\ufffd")) throw damaged();
  if (text.includes("\0") || text.startsWith("PK\u0003\u0004")) {
    throw invalid("import.not_csv", "This is not a CSV file.", { field: "text", remedy: "Export it as CSV UTF-8 and send that." });
  }
  if (text.trim() === "") throw empty();
  return text;
}

async function* records(source: CsvSource, delimiter: string): AsyncGenerator<CsvRecord> {
  const parser = parse({
    bom: true,
    delimiter,
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
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const breaks = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      yield { line: info.lines - breaks, cells: record };
    }
  } catch (error) {
    throw broken(error, parser.info.lines);
  }
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

function empty() {
  return invalid("import.empty", "The file has no rows.", { field: "text", remedy: "Send a CSV file with a header and at least one row." });
}

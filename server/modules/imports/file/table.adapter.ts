import { invalid } from "../../../shared/errors.js";
import type { DecimalMark } from "../rows/domain/amount-format.js";
import { type ColumnMap, LONGEST_HEADER } from "../rows/domain/columns.js";
import type { DateOrder } from "../rows/domain/date-format.js";
import type { ImportKind } from "../../../shared/import-fields.js";
import { claimReader, IdClaims, IdDisputes } from "../rows/domain/id-claims.js";
import { chooseMapping, type MappingChoice, type RememberedMapping } from "../rows/domain/mapping.js";
import { FormatEvidence, type Formats } from "../rows/domain/format-evidence.js";
import type { CsvSource } from "./csv-source.adapter.js";
import { csvRows, type Delimiter, delimiterOf, empty, headOf } from "./csv-table.adapter.js";
import type { FileRow } from "./domain/file-row.js";
import type { Encoding } from "./encoding.adapter.js";
import { openWorkbook } from "./xlsx/workbook.adapter.js";

const MOST_COLUMNS = 200;
const ROWS_SHOWN = 20;
const ROWS_SAMPLED = 2_000;

/** What the sender says of a file beside its bytes. */
export interface TableChoice extends MappingChoice {
  /** Of dates that could be two; without it the file must tell. */
  readonly dates?: DateOrder | undefined;
  /** The same of amounts. */
  readonly decimal?: DecimalMark | undefined;
  /** Of a workbook. */
  readonly sheet?: string | undefined;
}

export interface TableFormat {
  readonly encoding: Encoding | "xlsx";
  readonly delimiter: Delimiter | null;
  readonly dates: DateOrder | null;
  readonly decimal: DecimalMark | null;
}

/** A file whose columns and formats are known and whose rows have not been taken yet. */
export interface CsvTable {
  /** Of the file, or for the refused rows of one that has none. */
  readonly delimiter: Delimiter;
  readonly map: ColumnMap;
  readonly formats: Formats;
  readonly format: TableFormat;
  /** The mapping in use, where it was remembered. */
  readonly remembered: RememberedMapping | null;
  readonly guessed: readonly boolean[];
  /** Of each column the first cell that is not empty. */
  readonly samples: readonly (string | null)[];
  readonly firstRows: readonly (readonly string[])[];
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  /** Headers of date columns of which nothing tells whether the day or the month comes first. */
  readonly undecidedDates: readonly string[];
  /** Rows below the header. */
  readonly count: number;
  rows(): AsyncGenerator<FileRow>;
  /** Lets the file go; its rows can be read no more. */
  close(): Promise<void>;
}

/** Where rows come from: a CSV file, or one sheet of a workbook. */
interface Records {
  readonly encoding: TableFormat["encoding"];
  readonly delimiter: Delimiter | null;
  readonly sheets: readonly string[];
  readonly sheet: string | null;
  read(): AsyncGenerator<FileRow>;
}

/**
 * Reads a file once to learn how it is written. Nothing limits what that takes: see `FileThreads`.
 * @throws DomainError `import.empty`, `import.encoding`, `import.not_csv`, `import.broken` (names the line), those of `chooseMapping` and `openWorkbook`
 */
export async function readTable(source: CsvSource, kind: ImportKind, choice: TableChoice = {}): Promise<CsvTable> {
  const records = await recordsOf(source, kind, choice.sheet);
  const rows = records.read();
  try {
    const header = await rows.next();
    if (header.done) throw empty();
    return await learn(records, header.value.cells, rows, kind, choice);
  } finally {
    // Whatever made it stop, the file is let go.
    await rows.return(undefined);
  }
}

async function learn(
  records: Records,
  header: readonly string[],
  rows: AsyncGenerator<FileRow>,
  kind: ImportKind,
  choice: TableChoice,
): Promise<CsvTable> {
  if (header.length > MOST_COLUMNS) throw tooWide();
  const headers = header.map((text) => text.slice(0, LONGEST_HEADER));
  const { map, remembered, guessed } = chooseMapping(kind, headers, choice);
  const evidence = new FormatEvidence(map, {
    dates: choice.dates ?? remembered?.dates,
    decimal: choice.decimal ?? remembered?.decimal,
    separator: records.delimiter,
  });
  const samples: (string | null)[] = headers.map(() => null);
  const firstRows: (readonly string[])[] = [];
  let count = 0;
  const claimOf = claimReader(map);
  const claims = new IdClaims();
  for await (const { cells, fault } of rows) {
    count++;
    if (fault === undefined) {
      evidence.see(cells);
      if (claimOf) claims.see(claimOf(cells));
    }
    if (firstRows.length < ROWS_SHOWN) firstRows.push(cells);
    if (count <= ROWS_SAMPLED) sample(samples, cells);
  }
  const { formats } = evidence;
  const disputes = claimOf && claims.any ? await disputesOf(records, claims, claimOf) : null;
  return {
    delimiter: records.delimiter ?? ",",
    map,
    formats,
    format: { encoding: records.encoding, delimiter: records.delimiter, dates: evidence.dateOrder, decimal: evidence.decimalMark },
    remembered,
    guessed,
    samples,
    firstRows,
    sheets: records.sheets,
    sheet: records.sheet,
    undecidedDates: evidence.undecided.map((field) => headers[map.fields.indexOf(field)]!),
    count,
    async *rows() {
      for await (const row of rowsOf(records)) {
        const disputed = claimOf && disputes?.linesOf(claimOf(row.cells).id);
        yield disputed ? { ...row, disputed } : row;
      }
    },
    close: () => Promise.resolve(),
  };
}

/** Reads the file again for the few numbers that stand beside more than one name. */
async function disputesOf(
  records: Records,
  claims: IdClaims,
  claimOf: (cells: readonly string[]) => { id: string; name: string },
): Promise<IdDisputes> {
  const disputes = new IdDisputes();
  for await (const row of rowsOf(records)) {
    const claim = claimOf(row.cells);
    if (row.fault === undefined && claims.mayBeTwo(claim.id)) disputes.see(claim, row);
  }
  return disputes;
}

/** Those below the header. */
async function* rowsOf(records: Records): AsyncGenerator<FileRow> {
  const rows = records.read();
  await rows.next();
  yield* rows;
}

async function recordsOf(source: CsvSource, kind: ImportKind, sheet: string | undefined): Promise<Records> {
  const workbook = await openWorkbook(source, sheet);
  if (workbook) return { ...workbook, encoding: "xlsx", delimiter: null };
  const delimiter = delimiterOf(await headOf(source), kind);
  const encoding = await source.encoding();
  return { encoding, delimiter, sheets: [], sheet: null, read: () => csvRows(source, delimiter) };
}

function tooWide() {
  return invalid("import.not_csv", `The file has more than ${MOST_COLUMNS} columns.`, {
    field: "text",
    remedy: "Leave out the columns that no debt or payment needs, and send it again.",
  });
}

function sample(samples: (string | null)[], cells: readonly string[]): void {
  for (const [index, cell] of cells.entries()) {
    if (index < samples.length && samples[index] === null && cell.trim() !== "") samples[index] = cell.slice(0, 200);
  }
}

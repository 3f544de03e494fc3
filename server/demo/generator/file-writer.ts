import type { Random } from "../../platform/crypto/randomness.js";
import { BAD_KINDS, type BadKind, breakRow, type Planted } from "./bad-rows.js";
import { happens, pick } from "./chance.js";
import { type Cells, COLUMNS, headersOf } from "./columns.js";
import type { Mess } from "./mess.js";
import type { PortfolioRow } from "./portfolio-row.js";
import { RowSpeller } from "./row-speller.js";
import { encode } from "./text-encoding.js";

const DELIMITERS = { comma: ",", semicolon: ";", tab: "\t" } as const;
const LINE_ENDS = { lf: "\n", crlf: "\r\n" } as const;
const PIECE = 65_536;

/**
 * Rows as the bytes of a CSV file, a piece at a time.
 * @param random chooses headers and accidents; not the chance the rows come from, so that the rows are the same however they are written
 * @param note is told of each bad row and duplicate as it is written
 * @param bad what is wrong with bad rows
 */
export function* writeFile(
  rows: Iterable<PortfolioRow>,
  random: Random,
  mess: Mess,
  note: (planted: Planted) => void = () => {},
  bad: readonly BadKind[] = BAD_KINDS,
): Generator<Buffer> {
  // Lines are joined once: text that grows by appending is a tree of strings, which outlives the collector's first look.
  let lines = mess.encoding === "utf-8-bom" ? ["\ufeff"] : [];
  let length = 0;
  for (const line of new FileWriter(random, mess, note, bad).lines(rows)) {
    lines.push(line);
    length += line.length;
    if (length < PIECE) continue;
    yield encode(lines.join(""), mess.encoding);
    [lines, length] = [[], 0];
  }
  if (lines.length > 0) yield encode(lines.join(""), mess.encoding);
}

class FileWriter {
  private readonly speller: RowSpeller;
  private readonly headers: Cells;
  private readonly delimiter: string;
  private readonly quoted: RegExp;
  /** Of what is written next. */
  private line = 1;

  constructor(
    private readonly random: Random,
    private readonly mess: Mess,
    private readonly note: (planted: Planted) => void,
    private readonly bad: readonly BadKind[],
  ) {
    this.speller = new RowSpeller(random, mess);
    this.headers = headersOf(random, mess.headers);
    this.delimiter = DELIMITERS[mess.delimiter];
    this.quoted = new RegExp(`["\r\n${this.delimiter}]`);
  }

  *lines(rows: Iterable<PortfolioRow>): Generator<string> {
    yield this.record(COLUMNS.map((column) => this.headers[column]));
    let again: { row: PortfolioRow; cells: readonly string[] } | null = null;
    for (const row of rows) {
      if (happens(this.random, this.mess.blank_lines)) yield this.blank();
      const written = this.row(row);
      yield written.text;
      // A duplicate comes a little later, as it does where two exports were put together.
      if (again && happens(this.random, 0.25)) {
        yield this.duplicate(again.row, again.cells);
        again = null;
      } else if (!again && !written.bad && happens(this.random, this.mess.duplicates)) again = { row, cells: written.cells };
    }
    if (again) yield this.duplicate(again.row, again.cells);
  }

  private row(row: PortfolioRow): { text: string; cells: readonly string[]; bad: boolean } {
    const spelt = this.speller.cells(row);
    if (happens(this.random, this.mess.newlines)) spelt.name = spelt.name.replace(" ", "\n");
    const broken = happens(this.random, this.mess.bad_rows) ? breakRow(this.random, row, spelt, this.speller, this.bad) : null;
    if (broken) this.plant(row, broken);
    const cells = broken?.cells ?? COLUMNS.map((column) => spelt[column]);
    return { text: this.record(cells.map((cell) => this.pad(cell))), cells, bad: broken !== null };
  }

  private duplicate(row: PortfolioRow, cells: readonly string[]): string {
    this.plant(row, { kind: "duplicate", column: "reference", value: row.debt.reference });
    return this.record(cells);
  }

  private plant(row: PortfolioRow, { kind, column, value }: Pick<Planted, "kind" | "column" | "value">): void {
    const { externalId } = row.debtor;
    this.note({ line: this.line, kind, column, header: this.headers[column], value, externalId, reference: row.debt.reference });
  }

  private pad(cell: string): string {
    return happens(this.random, this.mess.spaces) ? `${cell}${" ".repeat(1 + this.random.int(3))}` : cell;
  }

  /** Nothing at all, or separators with nothing between them, as spreadsheets save an emptied row. */
  private blank(): string {
    this.line++;
    return pick(this.random, ["", this.delimiter.repeat(COLUMNS.length - 1)]) + LINE_ENDS[this.mess.line_end];
  }

  private record(cells: readonly string[]): string {
    this.line += 1 + cells.reduce((breaks, cell) => breaks + cell.split("\n").length - 1, 0);
    return cells.map((cell) => this.quote(cell)).join(this.delimiter) + LINE_ENDS[this.mess.line_end];
  }

  private quote(cell: string): string {
    return this.quoted.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  }
}

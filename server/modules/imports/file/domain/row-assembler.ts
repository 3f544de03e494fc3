import { type FileRow, fits, LONGEST_ROW } from "./file-row.js";
import { cellsOf, cellsWithoutMark } from "./line-cells.js";

/** A text of more lines than this is none that somebody wrote into a cell. */
const MOST_LINES = 100;

/** A row whose last cell goes on in the next line. */
interface OpenRow {
  readonly line: number;
  /** With the number of the cell that each begins in. */
  readonly lines: { readonly text: string; readonly cell: number }[];
  readonly before: readonly string[];
  /** The open cell so far. */
  readonly text: string;
  readonly length: number;
}

/**
 * Puts rows together from the lines of a file. Most programs put quotation marks around a text with a line break in it; some write a mark that
 * is part of a name as it is, and by the same rule such a mark would swallow the rest of its row and the beginning of another: one
 * person's name before another's debt. The shape of the lines tells which it is. Where nothing tells, the lines are refused.
 */
export class RowAssembler {
  private line = 0;
  private open: OpenRow | null = null;
  /** Of the header, which may not be known to have a shape yet. */
  private width: number | null = null;
  /** A row went wrong by a mark: a mark in the rows after it may be its other end. */
  private doubt = false;
  private ready: FileRow[] = [];

  constructor(private readonly delimiter: string) {}

  /** Takes the next line. @returns the rows that are complete now */
  push(line: string): FileRow[] {
    this.line++;
    if (this.open) this.goOn(this.open, line);
    else this.begin(line, this.line);
    return this.take();
  }

  /** After the last line. */
  end(): FileRow[] {
    while (this.open) this.readAlone(this.open);
    return this.take();
  }

  private take(): FileRow[] {
    const { ready } = this;
    this.ready = [];
    return ready;
  }

  private begin(text: string, line: number): void {
    const read = cellsOf(text, this.delimiter)!;
    if (read.open === null) this.add({ line, cells: read.cells }, read.loose);
    else if (read.loose) this.add({ line, cells: cellsWithoutMark(read, this.delimiter) }, true);
    else this.open = { line, lines: [{ text, cell: 0 }], before: read.cells, text: read.open, length: text.length };
  }

  private goOn(row: OpenRow, text: string): void {
    row.lines.push({ text, cell: row.before.length });
    const length = row.length + text.length + 1;
    const read = cellsOf(text, this.delimiter, `${row.text}\n`);
    const before = read ? [...row.before, ...read.cells] : [];
    const tooMuch = row.lines.length > MOST_LINES || length > LONGEST_ROW || before.length > (this.width ?? before.length);
    if (!read || read.loose || (read.open !== null && tooMuch)) this.readAlone(row);
    else if (read.open === null) this.close(row, before);
    else this.open = { ...row, before, text: read.open, length };
  }

  private close(row: OpenRow, cells: readonly string[]): void {
    if (this.swallows(row, cells)) return this.readAlone(row);
    this.open = null;
    this.add({ line: row.line, lastLine: row.line + row.lines.length - 1, cells }, false);
  }

  /** Whether a row of several lines looks like several rows. */
  private swallows({ lines }: OpenRow, cells: readonly string[]): boolean {
    const { width, delimiter } = this;
    // Names of columns hold no separators.
    if (width === null) return cells.some((cell) => cell.includes("\n") && cell.includes(delimiter));
    const alone = lines.map(({ text, cell }) => ({ cell, cells: cellsWithoutMark(cellsOf(text, delimiter)!, delimiter) }));
    const [first, ...further] = alone;
    const rows = further.filter((line) => fits(line.cells, width));
    if (rows.length === 0) return false;
    if (fits(first!.cells, width)) return true;
    // Either the first row was cut, or a text has as many separators as would make a row: one begins like the others.
    return rows.some(
      (line) => line.cell > 0 && cells.slice(0, line.cell).every((cell, index) => formOf(cell) === formOf(line.cells[index]!)),
    );
  }

  /** Takes the first line of a row for all there is of it, and begins anew with the next. */
  private readAlone({ line, lines }: OpenRow): void {
    this.open = null;
    const [first, ...further] = lines;
    this.add({ line, cells: cellsWithoutMark(cellsOf(first!.text, this.delimiter)!, this.delimiter) }, true);
    further.forEach(({ text }, index) => {
      if (this.open) this.goOn(this.open, text);
      else this.begin(text, line + index + 1);
    });
  }

  /** @param marked whether a mark of it was read as a sign like others */
  private add(row: FileRow, marked: boolean): void {
    if (row.cells.every((cell) => cell.trim() === "")) return;
    if (this.width === null) {
      if (isSeparatorLine(row.cells)) return;
      this.width = row.cells.length;
      this.ready.push(row);
      return;
    }
    const whole = fits(row.cells, this.width);
    const fault = marked && (this.doubt || !whole);
    this.doubt = fault || (this.doubt && !whole);
    this.ready.push(fault ? { ...row, fault: "quotes" } : row);
  }
}

/** `sep=;` above the header tells a spreadsheet which separator follows; read by that separator itself it falls in two. */
function isSeparatorLine([cell = "", ...further]: readonly string[]): boolean {
  return /^sep=.?$/i.test(cell.trim()) && further.every((rest) => rest === "");
}

/** What kind of signs a text is made of: `CL-10442` and `CL-7` have one form. */
function formOf(text: string): string {
  return text
    .trim()
    .replace(/\p{L}+/gu, "a")
    .replace(/\p{N}+/gu, "9");
}

import type { FileRow } from "../domain/file-row.js";
import { type NumberFormat, PLAIN, textOfNumber } from "../domain/number-format.js";
import { type Archive, broken } from "./archive.adapter.js";
import { type Attributes, readXml } from "./xml.adapter.js";

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** By the number of the cell's style. */
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
}

const MOST_COLUMNS = 16_384;
const LONGEST_CELL = 131_072;

/** Header and rows of a sheet, each as wide as the header where its last cells are empty. Rows without any text are left out. */
export async function* sheetRows(archive: Archive, part: string, context: SheetContext): AsyncGenerator<FileRow> {
  const reader = new RowCollector(context);
  let width = 0;
  for await (const _ of readXml(archive.read(part), reader)) {
    for (const { line, cells } of reader.take()) {
      width ||= cells.length;
      while (cells.length < width) cells.push("");
      yield { line, cells };
    }
  }
}

class RowCollector {
  private rows: { line: number; cells: string[] }[] = [];
  private line = 0;
  private cells: string[] = [];
  private column = -1;
  private type = "n";
  private style = 0;
  private value = "";
  private taking = false;
  private phonetic = false;

  constructor(private readonly context: SheetContext) {}

  /** The rows that are complete. */
  take(): { line: number; cells: string[] }[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    if (name === "c") this.openCell(attributes);
    else if (name === "v" || (name === "t" && !this.phonetic)) this.taking = true;
    else if (name === "rPh") this.phonetic = true;
    else if (name === "row") {
      this.line = attributes["r"] === undefined ? this.line + 1 : Number(attributes["r"]);
      this.cells = [];
      this.column = -1;
    }
  }

  text(piece: string): void {
    if (!this.taking) return;
    this.value += piece;
    if (this.value.length > LONGEST_CELL) throw broken();
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.taking = false;
    else if (name === "rPh") this.phonetic = false;
    else if (name === "c") this.closeCell();
    else if (name === "row" && this.cells.some((cell) => cell.trim() !== "")) this.rows.push({ line: this.line, cells: this.cells });
  }

  private openCell(attributes: Attributes): void {
    this.column = attributes["r"] === undefined ? this.column + 1 : columnOf(attributes["r"]);
    if (!(this.column >= 0 && this.column < MOST_COLUMNS)) throw broken();
    this.type = attributes["t"] ?? "n";
    this.style = Number(attributes["s"] ?? 0);
    this.value = "";
  }

  private closeCell(): void {
    const text = this.meaning();
    if (text === "") return;
    while (this.cells.length < this.column) this.cells.push("");
    this.cells[this.column] = text;
  }

  private meaning(): string {
    const { value, context } = this;
    switch (this.type) {
      case "s":
        return context.strings[Number(value)] ?? "";
      case "b":
        return value === "1" ? "true" : "false";
      case "d":
        return value.replace(/T.*$/, "");
      case "n":
        return value === "" ? "" : textOfNumber(value, context.formats[this.style] ?? PLAIN, context.from1904);
      // Texts in their place, results of formulas, and errors such as #N/A, which the row is then refused for.
      default:
        return value;
    }
  }
}

/** `AB12` is the 28th column, number 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (let i = 0; i < reference.length; i++) {
    const letter = reference.charCodeAt(i) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

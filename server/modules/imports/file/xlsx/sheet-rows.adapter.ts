import { type FileRow, LONGEST_ROW } from "../domain/file-row.js";
import { type NumberFormat, PLAIN_NUMBER, textOfNumber } from "../domain/number-format.js";
import { endless } from "../lines.adapter.js";
import { type Archive, broken } from "./archive.adapter.js";
import { type Attributes, readXml } from "./xml.adapter.js";

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  /** By the number of the cell's style. */
  readonly formats: readonly NumberFormat[];
  readonly from1904: boolean;
}

/** What a sheet can hold. */
const MOST_COLUMNS = 16_384;
const MOST_ROWS = 1_048_576;

/**
 * Header and rows of a sheet, each as wide as the header where its last cells are empty, and one wider where there is anything beyond it.
 * Rows without any text are left out.
 * @throws DomainError `import.broken` for a row that is longer than any
 */
export async function* sheetRows(archive: Archive, part: string, context: SheetContext): AsyncGenerator<FileRow> {
  const reader = new RowCollector(context);
  for await (const _ of readXml(archive.read(part), reader)) yield* reader.take();
}

class RowCollector {
  private rows: FileRow[] = [];
  /** Of the header; 0 before it is known. */
  private width = 0;
  private line = 0;
  private cells: string[] = [];
  private length = 0;
  private column = -1;
  private type = "n";
  private style = 0;
  private value = "";
  private taking = false;
  private phonetic = false;

  constructor(private readonly context: SheetContext) {}

  /** The rows that are complete. */
  take(): FileRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    if (name === "c") this.openCell(attributes);
    else if (name === "v" || (name === "t" && !this.phonetic)) this.taking = true;
    else if (name === "rPh") this.phonetic = true;
    else if (name === "row") this.openRow(attributes);
  }

  text(piece: string): void {
    if (!this.taking) return;
    this.value += piece;
    if (this.value.length > LONGEST_ROW) throw broken();
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.taking = false;
    else if (name === "rPh") this.phonetic = false;
    else if (name === "c") this.closeCell();
    else if (name === "row") this.closeRow();
  }

  private openRow({ r }: Attributes): void {
    const line = r === undefined ? this.line + 1 : /^\d{1,7}$/.test(r) ? Number(r) : 0;
    if (line <= this.line || line > MOST_ROWS) throw broken();
    this.line = line;
    this.cells = [];
    this.length = 0;
    this.column = -1;
  }

  private closeRow(): void {
    const { line, cells } = this;
    if (cells.every((cell) => cell.trim() === "")) return;
    this.width ||= cells.length;
    while (cells.length < this.width) cells.push("");
    this.rows.push({ line, cells });
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
    this.length += text.length;
    if (this.length > LONGEST_ROW) throw endless(this.line);
    // Of what stands beyond the header it is enough to know that it does.
    const column = this.width === 0 ? this.column : Math.min(this.column, this.width);
    while (this.cells.length < column) this.cells.push("");
    if (column < this.width || this.width === 0 || !this.cells[column]?.trim()) this.cells[column] = text;
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
        return value === "" ? "" : textOfNumber(value, context.formats[this.style] ?? PLAIN_NUMBER, context.from1904);
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

/** What one line of a file says of its cells. */
export interface LineCells {
  readonly cells: readonly string[];
  /** Text of a cell whose quotation mark is not closed in this line; it would come after `cells`. */
  readonly open: string | null;
  /** Whether a quotation mark stands where a program that quotes texts would not have put it. */
  readonly loose: boolean;
}

/**
 * Cuts one line into its cells. A quotation mark at the beginning of a cell counts when one at the end of a cell closes it; any other is
 * a sign like others.
 * @param inside what was said so far of a cell that a line before opened; null at the beginning of a row
 * @returns null when what was opened is closed in the middle of a cell, and so was none
 */
export function cellsOf(line: string, delimiter: string, inside: string | null = null): LineCells | null {
  if (inside === null && !line.includes('"')) return { cells: line.split(delimiter), open: null, loose: false };
  const cells: string[] = [];
  let loose = false;
  let at = 0;
  if (inside !== null) {
    const end = closing(line, delimiter, 0);
    if (end === "misplaced") return null;
    if (end === "none") return { cells, open: inside + unescaped(line), loose };
    cells.push(inside + unescaped(line.slice(0, end)));
    at = end + 1;
    if (at >= line.length) return { cells, open: null, loose };
    at += delimiter.length;
  }
  for (;;) {
    const end = line[at] === '"' ? closing(line, delimiter, at + 1) : "misplaced";
    if (end === "none") return { cells, open: unescaped(line.slice(at + 1)), loose };
    if (end !== "misplaced") {
      cells.push(unescaped(line.slice(at + 1, end)));
      at = end + 1;
    } else {
      const next = line.indexOf(delimiter, at);
      const cell = line.slice(at, next < 0 ? line.length : next);
      loose ||= cell.includes('"');
      cells.push(cell);
      at += cell.length;
    }
    if (at >= line.length) return { cells, open: null, loose };
    at += delimiter.length;
  }
}

/**
 * The cells of a line whose last quotation mark closes nowhere: the mark is left out, and the separators after it count.
 * @param read the line, as `cellsOf` read it
 */
export function cellsWithoutMark({ cells, open }: LineCells, delimiter: string): readonly string[] {
  return open === null ? cells : [...cells, ...open.split(delimiter)];
}

/** Where a quoted text ends, two marks being one of the text. */
function closing(line: string, delimiter: string, from: number): number | "none" | "misplaced" {
  for (let at = line.indexOf('"', from); at >= 0; at = line.indexOf('"', at + 2)) {
    if (line[at + 1] === '"') continue;
    return at + 1 === line.length || line.startsWith(delimiter, at + 1) ? at : "misplaced";
  }
  return "none";
}

function unescaped(text: string): string {
  return text.replaceAll('""', '"');
}

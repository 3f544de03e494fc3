/** One row of a file as its bytes say it, before anybody asks what it means. */
export interface FileRow {
  /** Where it begins; the header is line 1. */
  readonly line: number;
  /** Where it ends; missing where that is the line it begins in. */
  readonly lastLine?: number;
  readonly cells: readonly string[];
  /** Why nobody can tell what belongs to it: a quotation mark is opened and not closed. */
  readonly fault?: "quotes";
  /** Lines that give the number of its debtor to people with different names. */
  readonly disputed?: string;
}

/** A row with more signs than this is none that somebody wrote. */
export const LONGEST_ROW = 131_072;

/** Whether cells are as many as the header has. Separators at the end of a row are how spreadsheets mark columns that once held something. */
export function fits(cells: readonly string[], width: number): boolean {
  return cells.length >= width && cells.slice(width).every((cell) => cell.trim() === "");
}

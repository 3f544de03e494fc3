import { countOf, hasLineBreak } from "./cell-text.js";

/** Names and companies are listed with commas, hardly ever with another separator. */
const SEVERAL: Readonly<Record<string, number>> = { ",": 4 };
const SEVERAL_OTHERWISE = 2;
const SEPARATORS = [",", ";", "\t", "|"];

/**
 * Whether a cell that goes over one line holds parts of rows: a mark or a program that does not quote its texts made them run together, and
 * nobody knows whose debt it is.
 * @param identifying whether it names somebody or something; a name may have been typed in two lines
 * @param separator of the file; null for a workbook
 * @param width of the header
 */
export function holdsOfAnotherRow(cell: string, identifying: boolean, separator: string | null, width: number): boolean {
  const broken = hasLineBreak(cell);
  if (identifying && broken) return true;
  if (separator === null) return SEPARATORS.some((sign) => countOf(sign, cell) >= (broken ? 2 : Math.max(2, width - 1)));
  const count = countOf(separator, cell);
  return broken ? count > 0 : count >= (SEVERAL[separator] ?? SEVERAL_OTHERWISE);
}

import { PLAIN_TEXT } from "../../../../shared/words.js";

/** More than any cell that Saldo reads may hold; what is longer is refused, so the rest of it need not be looked at. */
const LONGEST = 1_000;

/**
 * A cell without control characters, signs that nobody sees (zero width, soft hyphen, direction), outer blanks, and the apostrophe that
 * keeps a spreadsheet from taking text for a formula. Of two spellings of one letter with an accent there is one left.
 */
export function cleanCell(cell: string): string {
  const short = cell.length > LONGEST ? cell.trim().slice(0, LONGEST + 1) : cell;
  // Most cells are plain ASCII; an import asks this a million times.
  const seen = PLAIN_TEXT.test(short)
    ? short
    : short
        .normalize("NFC")
        .replace(/\p{Cf}+/gu, "")
        .replace(/[\p{Cc}\p{Zs}]+/gu, " ");
  return seen.trim().replace(/^'(?=[=+\-@])/, "");
}

/** What a spreadsheet leaves where it could not work a formula out, in the languages of the region. */
const FORMULA_ERROR =
  /^#(?:N\/[AD]|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|¡REF!|¡VALOR!|¿NOMBRE\?|¡DIV\/0!|¡NULO!|¡NUM!|VALOR!|NOME\?|NULO!|NÚM!)$/i;

/** A formula that failed, or a value that was wider than its column when somebody saved what the screen showed. */
export function isNoValue(text: string): boolean {
  return FORMULA_ERROR.test(text) || /^##+$/.test(text);
}

/** What people and programs write where there is nothing to write. */
const NOTHING =
  /^(?:n\/[ad]\.?|s\/[nd]\.?|null|nil|none|nan|undefined|ningun[oa]|nenhum|no aplica|no disponible|(?:sin|sem) \S+|\(?(?:en blanco|em branco|blank|vac[ií]as?|vazio)\)?|true|false|verdadero|falso|verdadeiro|0+|[-–—._*?\s]+)$/i;

/** Whether a cell that should name somebody or something names nobody: many have the same. */
export function namesNothing(text: string): boolean {
  return NOTHING.test(text);
}

/** Whether a text goes over more than one line. */
export function hasLineBreak(cell: string): boolean {
  return /[\n\r\u0085\u2028\u2029]/.test(cell.trim());
}

/** How often a sign stands in a text. */
export function countOf(sign: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length)) count++;
  return count;
}

/** Without a quotation mark that has no other. */
export function withoutLoneMark(text: string): string {
  return countOf('"', text) === 1 ? text.replace(/^"|"$/, "").trim() : text;
}

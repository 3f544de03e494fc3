import { PLAIN_TEXT } from "../../../shared/words.js";

const LONGEST = 100;
/** What programs that take a number for an amount write behind it: `555.0`. */
const AS_AMOUNT = /^(\D*\d+)[.,]0{1,2}$/;
/** Half a character, where one was cut. */
const HALF = /[\ud800-\udbff]$/;
const PARTS = /\p{L}+|\p{N}+/gu;
const LEADING_ZEROS = /(?<!\p{N})0+(?=\p{N})/gu;

/**
 * How alike two references are, or two of a creditor's numbers for somebody. `same`: they differ in nothing but what spreadsheets, banks and
 * people write one way or another, that is case, accents, blanks, signs and zeros before a number. `perhaps`: in where their numbers begin
 * and end as well (`1-11` and `11-1`, `F001-1234` and `F00100001234`), so that they may be two or one. What has another letter or digit
 * is `other`.
 */
export type Likeness = "same" | "perhaps" | "other";

export function likeness(one: string, another: string): Likeness {
  if (one === another) return "same";
  const [a, b] = [folded(one), folded(another)];
  if (keyOf(a, one) !== keyOf(b, another)) return "other";
  if (partsOf(a).join(" ") === partsOf(b).join(" ")) return "same";
  const divided = [a, b].filter(isDivided).length;
  if (glued(a) === glued(b)) return divided === 2 ? "perhaps" : "same";
  return divided === 1 ? "perhaps" : "other";
}

/** Whether one may be the other without its zeros, as a spreadsheet writes it: in full it could not be taken for another. */
export function lacksZeros(short: string, full: string): boolean {
  return zeros(short) < zeros(full) && likeness(short, full) === "same";
}

/**
 * By which those are found that may be alike: letters and digits, without the zeros before numbers and without zeros in a row. Hardly ever
 * do others have it, and `likeness` tells them apart. Kept in columns: a change of it needs a migration that writes them anew.
 */
export function looseKey(text: string): string {
  return keyOf(folded(text), text);
}

/** The letters and digits of a reference, without the zeros before numbers: what is alike beyond doubt has it in common. */
export function plainReference(text: string): string {
  return partsOf(folded(text)).join("").slice(0, LONGEST).replace(HALF, "");
}

function keyOf(folds: string, text: string): string {
  const key = partsOf(folds).join("").replace(/0{2,}/g, "");
  // One of nothing but zeros and signs is called as it is.
  return (key === "" ? text : key).slice(0, LONGEST).replace(HALF, "");
}

/** Words and numbers, each for itself. */
function partsOf(folds: string): string[] {
  return (folds.match(PARTS) ?? []).map((part) => part.replace(/^0+(?=.)/, ""));
}

function glued(folds: string): string {
  return folds.replace(/[^\p{L}\p{N}]+/gu, "").replace(LEADING_ZEROS, "");
}

/** Whether something stands between two numbers. */
function isDivided(folds: string): boolean {
  return /\p{N}[^\p{L}\p{N}]+\p{N}/u.test(folds);
}

function zeros(text: string): number {
  return folded(text).replace(/[^0]+/g, "").length;
}

/** Wide and raised letters and digits as plain ones, without accents and capitals. */
function folded(text: string): string {
  const plain = PLAIN_TEXT.test(text)
    ? text
    : text
        .replace(/\p{M}+/gu, "")
        .normalize("NFKD")
        .replace(/\p{M}+/gu, "");
  return plain.trim().replace(AS_AMOUNT, "$1").toLowerCase();
}

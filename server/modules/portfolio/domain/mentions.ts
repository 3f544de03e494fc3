import { plainReference } from "./loose-key.js";

/** Shorter numbers count too much else: days, months, instalments. */
const TELLING = 3;
const LONGEST_NUMBER = 40;
/** A longer text is a letter; what it names further on is not looked for. */
const LONGEST_TEXT = 500;
const MOST = 40;

/** Between what is named side by side in one cell: `FE-1001 / FE-1002`, `F-1 y F-2`. */
const BETWEEN = /[,;/|+&\n]|\s(?:y|e|o|ou|u|and|or)\s/iu;
const BLANKS = /\s+/u;
const HAS_BOTH = /(?=.*\p{L})(?=.*\p{N})/u;

/**
 * The number a reference is known by where people leave out what stands around it: `1001` of `FE-1001`, of `FE 001001-B` and of `1001-2`.
 * Null where it has none that tells it from others.
 */
export function referenceNumber(reference: string): string | null {
  return numbersIn(reference).at(-1) ?? null;
}

/**
 * By which debts are found that a payment's text may name among other words, or of which it names only the number: `plainReference` of
 * its pieces, and `#1001` for a number (see `referenceNumber`). Whoever is found so may have paid; what for a person has to say.
 */
export function mentionsIn(text: string): string[] {
  const start = text.slice(0, LONGEST_TEXT);
  const pieces = start.split(BETWEEN).flatMap((piece) => [piece, ...piece.split(BLANKS)]);
  const named = pieces.filter((piece) => HAS_BOTH.test(piece)).map(plainReference);
  const mentions = new Set([...numbersIn(start).map(numberMention), ...named]);
  mentions.delete(plainReference(text));
  return [...mentions].slice(0, MOST);
}

/** By which a debt of that reference is mentioned. */
export function mentionsOf(reference: string): string[] {
  const number = referenceNumber(reference);
  return [plainReference(reference), ...(number === null ? [] : [numberMention(number)])];
}

/** The number a mention says, where it says no more. */
export function mentionedNumber(mention: string): string | null {
  return mention.startsWith("#") ? mention.slice(1) : null;
}

function numberMention(number: string): string {
  return `#${number}`;
}

/** Numbers of a text without the zeros before them; years only where nothing else is there. */
function numbersIn(text: string): string[] {
  const numbers = (text.normalize("NFKD").match(/\d+/g) ?? [])
    .map((digits) => digits.replace(/^0+/, ""))
    .filter(({ length }) => length >= TELLING && length <= LONGEST_NUMBER);
  const others = numbers.filter((number) => !/^(?:19|20)\d\d$/.test(number));
  return others.length > 0 ? others : numbers;
}

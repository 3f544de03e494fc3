import { cut1, parts1 } from "./loose-key-1.js";

/** `referenceNumber` of the portfolio's rules as it was when its column was made: a migration does not change with the code. */
export function referenceNumber1(reference: string): string | null {
  return numbersIn(reference).at(-1) ?? null;
}

/** `mentionsIn` as it was then. */
export function mentionsIn1(text: string): string[] {
  const start = text.slice(0, 500);
  const pieces = start.split(/[,;/|+&\n]|\s(?:y|e|o|ou|u|and|or)\s/iu).flatMap((piece) => [piece, ...piece.split(/\s+/u)]);
  const named = pieces.filter((piece) => /\p{L}/u.test(piece) && /\p{N}/u.test(piece)).map(plainReference1);
  const mentions = new Set([...numbersIn(start).map((number) => `#${number}`), ...named]);
  mentions.delete(plainReference1(text));
  return [...mentions].slice(0, 40);
}

function numbersIn(text: string): string[] {
  const numbers = (text.normalize("NFKD").match(/\d+/g) ?? [])
    .map((digits) => digits.replace(/^0+/, ""))
    .filter(({ length }) => length >= 3 && length <= 40);
  const others = numbers.filter((number) => !/^(?:19|20)\d\d$/.test(number));
  return others.length > 0 ? others : numbers;
}

function plainReference1(text: string): string {
  return cut1(parts1(text).join(""));
}

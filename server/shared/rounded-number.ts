/** What a spreadsheet left of a number that was too wide for its cell. */
export interface RoundedNumber {
  /** Digits that were kept. */
  readonly kept: number;
  /** Digits that the number has, less one. */
  readonly exponent: number;
}

/** Longer texts are no number that a spreadsheet shows. */
const LONGEST = 40;

/**
 * `1,01E+09` and its like: 1 010 304 050 and 1 010 999 999 are both shown so, and who saves the file as CSV saves that. A code such as `12E4`
 * is none: programs write a sign after the E or decimals before it.
 */
export function roundedNumber(text: string): RoundedNumber | null {
  if (text.length > LONGEST) return null;
  const [, whole, fraction, sign, exponent] = /^[+-]?(\d{1,3})([.,]\d*)?e([+-]?)(\d{1,3})$/i.exec(text.replace(/\s/g, "")) ?? [];
  if (whole === undefined || (fraction === undefined && sign === "")) return null;
  return { kept: whole.length + Math.max(0, (fraction ?? "").length - 1), exponent: Number(exponent) + whole.length - 1 };
}

/** Whether digits may have been written out of a number that was rounded like others of its column: `1010000000` beside `1,01E+09`. */
export function mayBeRounded(text: string, { kept, exponent }: RoundedNumber): boolean {
  if (text.length > LONGEST || text.length < exponent || !/^\d+$/.test(text)) return false;
  const { length } = withoutEndZeros(text);
  return length < text.length && length <= kept;
}

/** A pattern would try from every zero anew. */
export function withoutEndZeros(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === "0") end--;
  return digits.slice(0, end);
}

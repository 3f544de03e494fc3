import { invalid } from "../../../../../shared/errors.js";

/** An exact quotient of whole numbers; `under` is greater than zero. Rounded only where it is shown. */
export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

/** A whole number as it comes from a row: a bigint, or a number that is still exact. */
export type Whole = number | bigint;

/** @throws DomainError `metric.inexact` for a number that is no whole one or lies beyond 2^53: the last unit of it is lost already */
export function whole(value: Whole): bigint {
  if (typeof value === "bigint") return value;
  if (Number.isSafeInteger(value)) return BigInt(value);
  throw invalid("metric.inexact", "A figure is made of whole numbers that are exact to the last unit.", {
    remedy: "Add up amounts of this size as integers in the database, and read them as text or bigint.",
  });
}

/** @throws RangeError where `under` is zero: what has nothing below the line has no value, and never gets here */
export function fraction(over: Whole, under: Whole = 1n): Fraction {
  const [top, bottom] = [whole(over), whole(under)];
  if (bottom === 0n) throw new RangeError("A fraction over nothing");
  const divisor = gcd(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { over: top / divisor, under: bottom / divisor };
}

export const plus = (a: Fraction, b: Fraction) => fraction(a.over * b.under + b.over * a.under, a.under * b.under);
export const minus = (a: Fraction, b: Fraction) => fraction(a.over * b.under - b.over * a.under, a.under * b.under);
export const times = (a: Fraction, b: Fraction) => fraction(a.over * b.over, a.under * b.under);
export const dividedBy = (a: Fraction, b: Fraction) => fraction(a.over * b.under, a.under * b.over);

/** Negative where `a` is the smaller one, zero where they are equal. */
export function order(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.over * b.under - b.over * a.under;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

/** The nearest double, for the place of a mark in a chart; never for a comparison and never for a text. */
export function nearest({ over, under }: Fraction): number {
  const quotient = over / under;
  return Number(quotient) + Number(over - quotient * under) / Number(under);
}

/**
 * Plain decimal text (`"-12.40"`), a half rounded away from zero.
 * @param places digits after the point, 0 or more
 */
export function decimalText({ over, under }: Fraction, places: number): string {
  const size = over < 0n ? -over : over;
  const units = (2n * size * 10n ** BigInt(places) + under) / (2n * under);
  const digits = units.toString().padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return over < 0n && units > 0n ? `-${text}` : text;
}

/** Reads plain decimal text (`"0.00025"`), exactly. @throws DomainError `metric.inexact` for anything else */
export function decimalFraction(text: string): Fraction {
  const match = /^(-?\d{1,30})(?:\.(\d{1,30}))?$/.exec(text);
  if (!match) throw invalid("metric.inexact", "A decimal is written such as 0.00025.");
  const [, integer = "", decimals = ""] = match;
  return fraction(BigInt(integer + decimals), 10n ** BigInt(decimals.length));
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y > 0n) [x, y] = [y, x % y];
  return x === 0n ? 1n : x;
}

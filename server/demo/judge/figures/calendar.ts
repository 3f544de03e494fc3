const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The creditor is in Bogotá, which is five hours behind UTC all year, since 1993. By other arithmetic than Saldo's, so that a slip in either shows. */
const BEHIND = 5 * HOUR;

/** ISO date on the creditor's wall. */
export function dayOf(at: number): string {
  return new Date(at - BEHIND).toISOString().slice(0, 10);
}

/** The instant a day begins on it. */
export function beginningOf(day: string): number {
  return Date.parse(day) + BEHIND;
}

export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/** From the first to the second; negative where the second comes first. */
export function daysFromTo(first: string, second: string): number {
  return (Date.parse(second) - Date.parse(first)) / DAY;
}

/** Days asked for, and what of them is over and known. */
export interface Span {
  readonly asOf: number;
  /** Both included. */
  readonly from: string;
  readonly to: string;
  readonly beginsAt: number;
  /** The end of the last day, or `asOf` where it is not over then. */
  readonly endsAt: number;
}

export function spanOf({ asOf, from, to }: Pick<Span, "asOf" | "from" | "to">): Span {
  return { asOf, from, to, beginsAt: Math.min(asOf, beginningOf(from)), endsAt: Math.min(asOf, beginningOf(daysAfter(to, 1))) };
}

export function holds({ from, to }: Span, day: string): boolean {
  return from <= day && day <= to;
}

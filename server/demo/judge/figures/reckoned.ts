import type { Recording } from "../../days/recording.js";
import type { BookMove } from "../books.js";
import { type Attempt, attemptsOf } from "./attempts.js";
import { dayOf, holds, type Span } from "./calendar.js";
import { type Debts, debtsOf } from "./debt-stories.js";
import { promisesOf, type TellPromise } from "./promises.js";

/** A figure as it was added up anew: a fraction, which is none where nothing is below the line. */
export interface Reckoned {
  readonly currency: string | null;
  readonly part: string | null;
  readonly over: bigint;
  readonly under: bigint;
}

/** One figure, by the name Saldo gives it, and how a stranger adds it up. */
export interface FigureRule {
  readonly id: string;
  readonly reckon: (facts: Facts, span: Span) => readonly Reckoned[];
}

/** What happened, as it is told by what went over the doors. */
export interface Facts extends Debts {
  readonly attempts: readonly Attempt[];
  readonly promises: readonly TellPromise[];
}

export function factsOf(recording: Recording): Facts {
  return { ...debtsOf(recording), attempts: attemptsOf(recording), promises: promisesOf(recording) };
}

/** One figure whatever the currency. */
export function alone(over: number | bigint, under: number | bigint = 1): Reckoned[] {
  return [{ currency: null, part: null, over: BigInt(over), under: BigInt(under) }];
}

/** One figure of each currency that is owed in. @param of what stands above and below the line */
export function inEach(
  { currencies }: Pick<Debts, "currencies">,
  of: (currency: string) => number | readonly [number, number],
): Reckoned[] {
  return currencies.map((currency) => {
    const found = of(currency);
    const [over, under] = typeof found === "number" ? [found, 1] : found;
    return { currency, part: null, over: BigInt(over), under: BigInt(under) };
  });
}

export function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((total, one) => total + of(one), 0);
}

/** Money of a currency that counts for the days asked for and was known at their instant. */
export function moneyIn({ moves }: Pick<Debts, "moves">, span: Span, currency: string): readonly BookMove[] {
  return moves.filter(
    (move) => move.kind !== "stated" && move.currency === currency && move.at <= span.asOf && holds(span, dayOf(move.since)),
  );
}

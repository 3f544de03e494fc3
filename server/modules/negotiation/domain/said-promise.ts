import type { CalendarDate } from "../../../shared/calendar.js";
import { type Money, totals } from "../../../shared/money.js";
import type { MessageLanguage } from "../../templates/rules.js";
import { mentionedDay } from "./read-date.js";
import { type SaidAmount, saidAmount } from "./said-amount.js";

/** A promise in the debtor's own words. */
export interface SaidPromise {
  /** Null where none is named that can be taken. */
  readonly day: CalendarDate | null;
  /** Null where everything is promised. */
  readonly amount: Money | null;
}

/** What can be promised, and until when. */
export interface Promisable {
  readonly today: CalendarDate;
  readonly latest: CalendarDate;
  readonly debts: readonly { readonly balanceMinor: number; readonly currency: string }[];
}

/** Less than this part of what is owed is hardly meant: "500" where 800,000 are owed are thousands, or a mistake. */
const LEAST_PART = 0.02;

/**
 * Day and amount of "le pago 500 el viernes". Pure; null where an amount is named that cannot be told for sure (of what currency, whether of
 * thousands), or a part without saying how much: a person asks.
 * @param part whether only a part is promised
 */
export function saidPromise(
  text: string,
  language: MessageLanguage,
  part: boolean,
  { today, latest, debts }: Promisable,
): SaidPromise | null {
  const named = mentionedDay(text, language, today);
  const day = named !== null && named >= today && named <= latest ? named : null;
  const said = saidAmount(text);
  if (said === null) return part ? null : { day, amount: null };
  const owed = totals(debts.map(({ balanceMinor, currency }) => ({ minor: balanceMinor, currency })));
  const [only] = owed;
  if (!only || owed.length > 1) return null;
  const amount = amountOf(said, only);
  return amount === null ? null : { day, amount: amount.minor < only.minor ? amount : null };
}

function amountOf(said: SaidAmount, owed: Money): Money | null {
  if (said === "half") return { minor: Math.ceil(owed.minor / 2), currency: owed.currency };
  const minor = said.minorOf(owed.currency);
  return minor >= owed.minor * LEAST_PART && minor <= owed.minor ? { minor, currency: owed.currency } : null;
}

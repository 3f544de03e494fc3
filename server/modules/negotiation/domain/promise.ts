import { addDays, type CalendarDate } from "../../../shared/calendar.js";
import type { Instant } from "../../../shared/instant.js";
import { wholeDay } from "../../../shared/zone.js";

/**
 * `active`: waited for, and not chased meanwhile. `kept`: paid in full by the last day of grace. `partially_kept`: something, but less; it
 * does not fulfil the promise. `broken`: nothing. `superseded`: a newer one took its place. `cancelled`: taken back, or overtaken by a dispute.
 */
export const PROMISE_STATES = ["active", "kept", "partially_kept", "broken", "superseded", "cancelled"] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** Judged, and not fulfilled. */
export const NOT_KEPT: readonly PromiseState[] = ["partially_kept", "broken"];

/** Who made it: the debtor with a button, the debtor in their own words, a person of the account for the debtor. */
export const PROMISE_SOURCES = ["menu", "text", "agent"] as const;
export type PromiseSource = (typeof PROMISE_SOURCES)[number];

export interface PromiseTerms {
  /** How far ahead a debtor may promise by themselves. */
  readonly horizonDays: number;
  /** How far ahead a person may record what was promised. */
  readonly recordedHorizonDays: number;
  /** Banking days of the debtor's place after the promised one; until the last of them money still counts. */
  readonly graceBankingDays: number;
  /** What part of the amount fulfils the promise, in whole per cent. */
  readonly fulfilledAtPercent: number;
  /** After this many promises that were not kept a person agrees on the next one. */
  readonly brokenBeforePerson: number;
}

/**
 * Fourteen days span one payday of whoever is paid twice a month; later days are for a person to agree on, and after a month that
 * is another due date and no promise. Two banking days of grace because
 * a transfer of Friday evening is in the account on Monday, or after a holiday on Tuesday, and known a day later. The whole amount, because creditors who forgive a part decide that themselves.
 */
export const PROMISE_TERMS: PromiseTerms = {
  horizonDays: 14,
  recordedHorizonDays: 31,
  graceBankingDays: 2,
  fulfilledAtPercent: 100,
  brokenBeforePerson: 2,
};

/** Longer than banks are ever closed; a calendar in which they are for good must not be waited for. */
const LONGEST_GRACE = 60;

/** The last day on which money still keeps the promise. */
export function lastDayOf(
  dueDate: CalendarDate,
  { graceBankingDays }: Pick<PromiseTerms, "graceBankingDays">,
  isBankingDay: (date: CalendarDate) => boolean,
): CalendarDate {
  let left = graceBankingDays;
  let days = 0;
  while (left > 0 && days < LONGEST_GRACE) if (isBankingDay(addDays(dueDate, ++days))) left--;
  return addDays(dueDate, days);
}

/**
 * When it is judged: the end of its last day on the debtor's clock, the latest of those it may be.
 * @param zones at least one
 */
export function judgedAt(lastDay: CalendarDate, zones: readonly string[]): Instant {
  return Math.max(...zones.map((zone) => wholeDay(zone, lastDay).end));
}

/** What lowered what is owed after the promise was made. */
export interface Movement {
  /** Positive. */
  readonly minor: number;
  readonly valueDate: CalendarDate;
}

/** A ledger entry of a promised debt; what is owed falls by `minor`, or rises where it is negative. */
export interface DebtMovement extends Movement {
  readonly debtId: number;
  readonly kind: string;
}

/**
 * What lowered the debts, in order. A balance that a file lowered and that was raised again by the same amount, by a further file or by
 * undoing the first, was a mistake and no money; any other rise is interest or a fee and takes nothing back.
 */
export function lowered(entries: readonly DebtMovement[]): Movement[] {
  const standing: DebtMovement[] = [];
  for (const entry of entries) {
    if (entry.minor > 0 && entry.kind !== "reversal") standing.push(entry);
    if (entry.minor >= 0) continue;
    if (entry.kind === "credit") {
      takeOff(standing, entry);
      continue;
    }
    const mistake = standing.findLastIndex(
      ({ kind, debtId, minor }) => kind === "adjustment" && debtId === entry.debtId && minor === -entry.minor,
    );
    if (mistake >= 0) standing.splice(mistake, 1);
  }
  return standing;
}

/** Money in hand that was placed, and is free again. */
function takeOff(standing: DebtMovement[], { debtId, minor }: DebtMovement): void {
  for (let left = -minor, at = standing.length - 1; left > 0 && at >= 0; at--) {
    const entry = standing[at]!;
    if (entry.kind !== "credit" || entry.debtId !== debtId) continue;
    const taken = Math.min(left, entry.minor);
    left -= taken;
    if (taken === entry.minor) standing.splice(at, 1);
    else standing[at] = { ...entry, minor: entry.minor - taken };
  }
}

/** Money counts by its value date, whenever we heard of it: a transfer that was in time is in time, also when the bank's file is late. */
export function paidTowards(movements: readonly Movement[], lastDay: CalendarDate): number {
  return movements.reduce((total, { minor, valueDate }) => (valueDate <= lastDay ? total + minor : total), 0);
}

export interface Judged {
  readonly amountMinor: number;
  readonly paidMinor: number;
  readonly judgeAt: Instant;
}

/** Pure and total: the state an unreplaced promise has. Paid early is kept at once; nothing is broken before its last day is over. */
export function promiseStateOf(
  { amountMinor, paidMinor, judgeAt }: Judged,
  now: Instant,
  terms: PromiseTerms,
): Extract<PromiseState, "active" | "kept" | "partially_kept" | "broken"> {
  // Whole numbers: minor units times per cent stay far below 2^53.
  if (paidMinor * 100 >= amountMinor * terms.fulfilledAtPercent) return "kept";
  if (now < judgeAt) return "active";
  return paidMinor > 0 ? "partially_kept" : "broken";
}

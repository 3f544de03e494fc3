import type { CalendarDate } from "../../../shared/calendar.js";
import type { Money } from "../../../shared/money.js";
import type { CaseReason } from "../../escalations/rules.js";
import type { PromiseTerms } from "./promise.js";

/** What a day is asked for: to pay debts that are due, or to be reminded of debts that are not due yet. */
export type DayPurpose = "promise" | "reminder";

/** A question for a day that still stands. */
export interface OpenQuestion {
  readonly purpose: DayPurpose;
  /** How often it was asked again. */
  readonly repeats: number;
}

/** What is known when a debtor wants time, or names a day. */
export interface Agreeable {
  /** Debts a day can be agreed on: none is due yet, some are due, or there are none (settled, disputed, with a person). */
  readonly debts: "due" | "not_due" | "none";
  /** Promises of the debtor that were judged and not kept. */
  readonly notKept: number;
  /** How often the debtor has put the present promise off by themselves. */
  readonly changes: number;
  /** The day that is promised already. */
  readonly promisedDay: CalendarDate | null;
  readonly question: OpenQuestion | null;
  /** Whether the debtor can be answered at all: not after the 24 hours, nor after a stop. */
  readonly answerable: boolean;
}

export type Agreement =
  | { readonly kind: "ask"; readonly purpose: DayPurpose }
  /** What was answered is no day that can be taken. */
  | { readonly kind: "ask_again" }
  /** `amount`: what is promised where that is less than is owed. */
  | { readonly kind: "agree"; readonly purpose: DayPurpose; readonly day: CalendarDate; readonly amount?: Money | null };

/** Asked once and once more; then it is not the question that is wrong. */
export const REPEATS = 1;
/** Somebody may change their mind; who puts it off again and again needs another agreement than a promise. */
const CHANGES = 2;

/**
 * What is done when a debtor wants to be reminded later, wants more time, names the day they were asked for, or promises to pay by
 * themselves: an agreement, or the reason for which a person is called. Pure and total.
 *
 * Of what is not due yet nothing is promised: a reminder is put off to a day no later than the due date. More time than
 * the due date gives is an extension, and those are a person's to grant.
 */
export function agreementFor(
  wish:
    | { readonly meaning: "remind_me" | "more_time" }
    | { readonly meaning: "day"; readonly day: CalendarDate | null }
    | { readonly meaning: "promise"; readonly day: CalendarDate | null; readonly amount: Money | null },
  { debts, notKept, changes, promisedDay, question, answerable }: Agreeable,
  { brokenBeforePerson }: PromiseTerms,
): Agreement | CaseReason {
  const asked = question?.purpose === "reminder" ? "remind_me" : "more_time";
  const wanted = wish.meaning === "day" ? asked : wish.meaning === "promise" ? "promise_in_words" : wish.meaning;
  if (debts === "none") return wanted;
  const purpose = debts === "due" ? "promise" : "reminder";
  const ask = (agreement: Agreement) => (answerable ? agreement : wanted);
  const day = wish.meaning === "day" || wish.meaning === "promise" ? wish.day : null;
  const promised = wish.meaning === "promise" ? { amount: wish.amount } : {};
  if (day !== null && purpose === "promise" && day === promisedDay) return { kind: "agree", purpose, day, ...promised };
  if (purpose === "reminder" && wanted === "more_time") return "more_time";
  if (purpose === "promise" && notKept >= brokenBeforePerson) return "broken_promises";
  if (purpose === "promise" && changes >= CHANGES) return wanted;
  // Of a part of what is not due yet nothing can be kept or broken.
  if (wish.meaning === "promise" && wish.amount && purpose === "reminder") return wanted;
  if (wish.meaning === "promise" && day !== null) return { kind: "agree", purpose, day, ...promised };
  if (wish.meaning === "promise" && wish.amount) return wanted;
  const askedFor = question !== null && question.purpose === purpose;
  if (wish.meaning === "promise" && askedFor) return question.repeats < REPEATS ? ask({ kind: "ask_again" }) : wanted;
  if (wish.meaning !== "day") return ask({ kind: "ask", purpose });
  if (!question) return wanted;
  // Asked yesterday for a reminder, and today the debt is due: that is another question.
  if (question.purpose !== purpose) return ask({ kind: "ask", purpose });
  if (day === null) return question.repeats < REPEATS ? ask({ kind: "ask_again" }) : wanted;
  return { kind: "agree", purpose, day };
}

import { describe, expect, it } from "@jest/globals";
import {
  type Agreeable,
  type Interpretation,
  type Meaning,
  reactionTo,
  type Situation,
  writerOf,
} from "../../../../server/modules/negotiation/rules.js";
import { INTENTS } from "../../../../server/modules/templates/rules.js";

const MEANINGS: readonly Meaning[] = [...INTENTS, "day", "unclear"];
const DUE: Agreeable = { debts: "due", notKept: 0, changes: 0, promisedDay: null, question: null, answerable: true };
const ASKED: Agreeable = { ...DUE, question: { purpose: "promise", repeats: 0 } };
const FRIDAY = "2026-11-27";
const meaning = (value: Meaning, whole = true): Interpretation => ({ meaning: value, source: "title", whole });
const to = (value: Meaning, rest: Partial<Situation> = {}) =>
  reactionTo({ interpretation: meaning(value), hasText: true, writerKnown: true, owes: true, agreeable: null, ...rest });
/** What is done in words: the agreement, or who is called. */
const agreed = (value: Interpretation, agreeable: Partial<Agreeable>, base = DUE) => {
  const { agreement, person } = to(value.meaning, { interpretation: value, agreeable: { ...base, ...agreeable } });
  return agreement ?? person;
};
const day = (date: string | null): Interpretation => ({ meaning: "day", source: "button", whole: date !== null, day: date });

describe("what is done about an answer", () => {
  it("a stop closes the channel and calls nobody, unless it says more", () => {
    expect(to("opt_out")).toEqual({ optOut: true, hold: null, person: null, pause: false, reply: "opt_out_confirmed", agreement: null });
    expect(to("opt_out", { interpretation: meaning("opt_out", false) })).toMatchObject({ optOut: true, person: "opt_out" });
  });

  it("a wish to pay is answered with the link, when there is something to pay", () => {
    expect(to("pay_now")).toEqual({ optOut: false, hold: null, person: null, pause: false, reply: "pay_link", agreement: null });
    expect(to("pay_now", { owes: false })).toMatchObject({ person: "pay_now", pause: true, reply: "person_will_answer" });
  });

  it.each([
    ["already_paid", "answered_debts", "already_paid_received"],
    ["dispute", "answered_debts", "dispute_received"],
    ["wrong_person", "debtor", "wrong_person_apology"],
  ] as const)("%s puts a hold of its own, calls a person and says so", (value, of, reply) => {
    expect(to(value)).toEqual({ optOut: false, hold: { reason: value, of }, person: value, pause: false, reply, agreement: null });
  });

  it.each(["question", "talk_to_person", "payment_plan", "unclear"] as const)("%s calls a person and pauses", (value) => {
    expect(to(value)).toEqual({ optOut: false, hold: null, person: value, pause: true, reply: "person_will_answer", agreement: null });
  });

  it("a picture or recording is for a person", () => {
    expect(to("unclear", { hasText: false })).toMatchObject({ person: "no_text", pause: true });
  });

  it("nobody chases, whatever was answered but a wish to pay", () => {
    for (const value of MEANINGS) {
      const { optOut, hold, pause } = to(value);
      expect(optOut || hold !== null || pause).toBe(value !== "pay_now");
    }
  });

  it("nothing is answered while nobody knows who wrote, and an objection still counts", () => {
    for (const value of MEANINGS) {
      expect(to(value, { writerKnown: false })).toEqual({
        optOut: value === "opt_out",
        hold: value === "wrong_person" ? { reason: "wrong_person", of: "debtor" } : null,
        person: "shared_number",
        pause: false,
        reply: null,
        agreement: null,
      });
    }
  });
});

describe("a wish for time", () => {
  it("about what is due is answered with the question for a day", () => {
    expect(agreed(meaning("remind_me"), {})).toEqual({ kind: "ask", purpose: "promise" });
    expect(agreed(meaning("more_time"), {})).toEqual({ kind: "ask", purpose: "promise" });
  });

  it("about what is not due yet is a reminder put off; more time than the due date is a person's to grant", () => {
    expect(agreed(meaning("remind_me"), { debts: "not_due" })).toEqual({ kind: "ask", purpose: "reminder" });
    expect(agreed(meaning("more_time"), { debts: "not_due" })).toBe("more_time");
  });

  it("about nothing that can be agreed on calls a person, and so does one that cannot be answered", () => {
    expect(agreed(meaning("remind_me"), { debts: "none" })).toBe("remind_me");
    expect(agreed(meaning("more_time"), { answerable: false })).toBe("more_time");
  });

  it("after two promises that were not kept calls a person instead of a third", () => {
    expect(agreed(meaning("more_time"), { notKept: 1 })).toEqual({ kind: "ask", purpose: "promise" });
    expect(agreed(meaning("more_time"), { notKept: 2 })).toBe("broken_promises");
    expect(agreed(day(FRIDAY), { notKept: 2 }, ASKED)).toBe("broken_promises");
  });

  it("may be changed twice, not for ever", () => {
    expect(agreed(day(FRIDAY), { changes: 1, promisedDay: "2026-11-25" }, ASKED)).toMatchObject({ kind: "agree" });
    expect(agreed(day(FRIDAY), { changes: 2, promisedDay: "2026-11-25" }, ASKED)).toBe("more_time");
    expect(agreed(day(FRIDAY), { changes: 2, promisedDay: FRIDAY }, ASKED)).toMatchObject({ kind: "agree" });
  });
});

describe("a day that was asked for", () => {
  it("is agreed on", () => {
    expect(agreed(day(FRIDAY), {}, ASKED)).toEqual({ kind: "agree", purpose: "promise", day: FRIDAY });
  });

  it("is asked for once more when it cannot be taken, then a person is called", () => {
    expect(agreed(day(null), {}, ASKED)).toEqual({ kind: "ask_again" });
    expect(agreed(day(null), { question: { purpose: "promise", repeats: 1 } })).toBe("more_time");
  });

  it("is asked for anew when a reminder was asked for and the debt is due meanwhile", () => {
    expect(agreed(day(FRIDAY), { question: { purpose: "reminder", repeats: 0 } })).toEqual({ kind: "ask", purpose: "promise" });
  });
});

describe("who wrote", () => {
  const number = (hash: string, ...holders: number[]) => ({ hash, holders });

  it("is the conversation's debtor, whose number it is", () => {
    expect(writerOf({ linked: 4, spoken: number("a", 4), bound: number("a", 4) })).toEqual({ debtorId: 4, candidates: [4] });
    expect(writerOf({ linked: 4, spoken: null, bound: number("a", 4) })).toEqual({ debtorId: 4, candidates: [4] });
  });

  it("is the conversation's debtor when the number is not known or nobody's any more", () => {
    expect(writerOf({ linked: 4, spoken: null, bound: null })).toEqual({ debtorId: 4, candidates: [4] });
    expect(writerOf({ linked: 4, spoken: number("a"), bound: number("a") })).toEqual({ debtorId: 4, candidates: [4] });
  });

  it("is whose number it is when the conversation is new, or goes by a username", () => {
    expect(writerOf({ linked: null, spoken: number("a", 9), bound: number("a", 9) })).toEqual({ debtorId: 9, candidates: [9] });
    expect(writerOf({ linked: null, spoken: number("a", 9), bound: null })).toEqual({ debtorId: 9, candidates: [9] });
  });

  it("is not sure when conversation and number disagree or several share the number", () => {
    expect(writerOf({ linked: 4, spoken: null, bound: number("a", 9) })).toEqual({ debtorId: null, candidates: [4, 9] });
    expect(writerOf({ linked: null, spoken: null, bound: number("a", 9, 4) })).toEqual({ debtorId: null, candidates: [4, 9] });
    expect(writerOf({ linked: 4, spoken: number("a", 4, 9), bound: number("a", 4, 9) })).toEqual({ debtorId: null, candidates: [4, 9] });
  });

  it("is not sure when the contact's number is not the conversation's, whoever has the two", () => {
    expect(writerOf({ linked: 4, spoken: number("b", 9), bound: number("a", 4) })).toEqual({ debtorId: null, candidates: [4, 9] });
    expect(writerOf({ linked: 4, spoken: number("b"), bound: number("a", 4) })).toEqual({ debtorId: null, candidates: [4] });
    expect(writerOf({ linked: 4, spoken: number("b", 4), bound: number("a", 4) })).toEqual({ debtorId: null, candidates: [4] });
  });

  it("is a stranger otherwise", () => {
    expect(writerOf({ linked: null, spoken: null, bound: null })).toEqual({ debtorId: null, candidates: [] });
    expect(writerOf({ linked: null, spoken: number("a"), bound: number("a") })).toEqual({ debtorId: null, candidates: [] });
  });
});

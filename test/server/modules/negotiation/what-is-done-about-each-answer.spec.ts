import { describe, expect, it } from "@jest/globals";
import { type Interpretation, type Meaning, reactionTo, type Situation, writerOf } from "../../../../server/modules/negotiation/rules.js";
import { INTENTS } from "../../../../server/modules/templates/rules.js";

const MEANINGS: readonly Meaning[] = [...INTENTS, "unclear"];
const meaning = (value: Meaning, whole = true): Interpretation => ({ meaning: value, source: "title", whole });
const to = (value: Meaning, rest: Partial<Situation> = {}) =>
  reactionTo({ interpretation: meaning(value), hasText: true, writerKnown: true, owes: true, ...rest });

describe("what is done about an answer", () => {
  it("a stop closes the channel and calls nobody, unless it says more", () => {
    expect(to("opt_out")).toEqual({ optOut: true, hold: null, person: null, pause: false, reply: "opt_out_confirmed" });
    expect(to("opt_out", { interpretation: meaning("opt_out", false) })).toMatchObject({ optOut: true, person: "opt_out" });
  });

  it("a wish to pay is answered with the link, when there is something to pay", () => {
    expect(to("pay_now")).toEqual({ optOut: false, hold: null, person: null, pause: false, reply: "pay_link" });
    expect(to("pay_now", { owes: false })).toMatchObject({ person: "pay_now", pause: true, reply: "person_will_answer" });
  });

  it.each([
    ["already_paid", "answered_debts", "already_paid_received"],
    ["dispute", "answered_debts", "dispute_received"],
    ["wrong_person", "debtor", "wrong_person_apology"],
  ] as const)("%s puts a hold of its own, calls a person and says so", (value, of, reply) => {
    expect(to(value)).toEqual({ optOut: false, hold: { reason: value, of }, person: value, pause: false, reply });
  });

  it.each(["remind_me", "question", "talk_to_person", "more_time", "payment_plan", "unclear"] as const)(
    "%s calls a person and pauses",
    (value) => {
      expect(to(value)).toEqual({ optOut: false, hold: null, person: value, pause: true, reply: "person_will_answer" });
    },
  );

  it("a picture or recording is for a person", () => {
    expect(to("unclear", { hasText: false })).toMatchObject({ person: "no_text", pause: true });
  });

  it("nobody chases, whatever was answered but a wish to pay", () => {
    for (const value of MEANINGS) {
      const { optOut, hold, pause } = to(value);
      expect(optOut || hold !== null || pause).toBe(value !== "pay_now");
    }
  });

  it("nothing is answered while nobody knows who wrote, and a stop still counts", () => {
    for (const value of MEANINGS) {
      expect(to(value, { writerKnown: false })).toEqual({
        optOut: value === "opt_out",
        hold: null,
        person: "shared_number",
        pause: false,
        reply: null,
      });
    }
  });
});

describe("who wrote", () => {
  it("is the conversation's debtor, whose number it is", () => {
    expect(writerOf(4, [4])).toEqual({ debtorId: 4, candidates: [4] });
  });

  it("is the conversation's debtor when the number is not known or nobody's any more", () => {
    expect(writerOf(4, [])).toEqual({ debtorId: 4, candidates: [4] });
  });

  it("is whose number it is when the conversation is new", () => {
    expect(writerOf(null, [9])).toEqual({ debtorId: 9, candidates: [9] });
  });

  it("is not sure when the two disagree or several share the number", () => {
    expect(writerOf(4, [9])).toEqual({ debtorId: null, candidates: [4, 9] });
    expect(writerOf(null, [9, 4])).toEqual({ debtorId: null, candidates: [4, 9] });
    expect(writerOf(4, [4, 9])).toEqual({ debtorId: null, candidates: [4, 9] });
  });

  it("is a stranger otherwise", () => {
    expect(writerOf(null, [])).toEqual({ debtorId: null, candidates: [] });
  });
});

import type { CaseReason } from "../../escalations/rules.js";
import { type Agreeable, type Agreement, agreementFor } from "./agreement.js";
import type { Interpretation } from "./interpret.js";
import { PROMISE_TERMS } from "./promise.js";

export type ReplyTemplate =
  | "opt_out_confirmed"
  | "pay_link"
  | "already_paid_received"
  | "dispute_received"
  | "wrong_person_apology"
  | "person_will_answer";

/** What Saldo does about an answer. Replies are given once: a confirmation an opt-out, a link a message, the others a case. */
export interface Reaction {
  /** Close the channel for everybody who may have written. */
  readonly optOut: boolean;
  /** A hold with a reason of its own, on everybody who may have written; it ends when a person ends it. */
  readonly hold: { readonly reason: "already_paid" | "dispute" | "wrong_person"; readonly of: "answered_debts" | "debtor" } | null;
  /** Why a person is called; null when nobody is. */
  readonly person: CaseReason | null;
  /** Whether the case pauses the cadence until it is closed. */
  readonly pause: boolean;
  readonly reply: ReplyTemplate | null;
  /** A day that is asked for or agreed on; it brings its own reply. */
  readonly agreement: Agreement | null;
}

export interface Situation {
  readonly interpretation: Interpretation;
  readonly hasText: boolean;
  /** False when the number is several debtors' or its conversation is another's: then nothing is answered, because nobody knows to whom. */
  readonly writerKnown: boolean;
  /** Whether there is something the debtor can be asked to pay. */
  readonly owes: boolean;
  /** Null where there is nobody to agree with. */
  readonly agreeable: Agreeable | null;
}

const WRONG_PERSON = { reason: "wrong_person", of: "debtor" } as const;
const NOTHING: Reaction = { optOut: false, hold: null, person: null, pause: false, reply: null, agreement: null };

/** Pure and total. Whatever no rule is sure of calls a person and pauses. */
export function reactionTo({ interpretation, hasText, writerKnown, owes, agreeable }: Situation): Reaction {
  const { meaning, whole } = interpretation;
  // Nobody knows to whom an answer would go. An objection counts for everybody it may have come from.
  if (!writerKnown)
    return { ...NOTHING, optOut: meaning === "opt_out", hold: meaning === "wrong_person" ? WRONG_PERSON : null, person: "shared_number" };
  switch (meaning) {
    case "opt_out":
      return { ...NOTHING, optOut: true, person: whole ? null : "opt_out", reply: "opt_out_confirmed" };
    case "already_paid":
      return { ...NOTHING, hold: { reason: "already_paid", of: "answered_debts" }, person: "already_paid", reply: "already_paid_received" };
    case "dispute":
      return { ...NOTHING, hold: { reason: "dispute", of: "answered_debts" }, person: "dispute", reply: "dispute_received" };
    case "wrong_person":
      return { ...NOTHING, hold: WRONG_PERSON, person: "wrong_person", reply: "wrong_person_apology" };
    case "pay_now":
      return owes ? { ...NOTHING, reply: "pay_link" } : called("pay_now");
    case "remind_me":
    case "more_time":
      return agreeable ? agreedOrCalled(agreementFor({ meaning }, agreeable, PROMISE_TERMS)) : called(meaning);
    case "day":
      return agreeable
        ? agreedOrCalled(agreementFor({ meaning, day: interpretation.day ?? null }, agreeable, PROMISE_TERMS))
        : called("unclear");
    case "unclear":
      return called(hasText ? "unclear" : "no_text");
    default:
      return called(meaning);
  }
}

function agreedOrCalled(agreement: Agreement | CaseReason): Reaction {
  return typeof agreement === "string" ? called(agreement) : { ...NOTHING, agreement };
}

function called(person: CaseReason): Reaction {
  return { ...NOTHING, person, pause: true, reply: "person_will_answer" };
}

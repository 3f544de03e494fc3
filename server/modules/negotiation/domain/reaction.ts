import type { CaseReason } from "../../escalations/rules.js";
import { type Agreeable, type Agreement, agreementFor } from "./agreement.js";
import type { Interpretation, Meaning } from "./interpret.js";
import { PROMISE_TERMS } from "./promise.js";
import type { SaidPromise } from "./said-promise.js";

export type ReplyTemplate =
  | "opt_out_confirmed"
  | "pay_link"
  | "already_paid_received"
  | "dispute_received"
  | "wrong_person_apology"
  | "person_will_answer";

/** `distress`: talks of harming themselves; `grievance`: went to a regulator. */
export interface SaidHold {
  readonly reason:
    | "already_paid"
    | "dispute"
    | "wrong_person"
    | "distress"
    | "deceased"
    | "adviser"
    | "legal"
    | "grievance"
    | "illness"
    | "hardship";
  readonly of: "answered_debts" | "debtor";
}

/** What Saldo does about an answer. Replies are given once: a confirmation an opt-out, a link a message, the others a case. */
export interface Reaction {
  /** Close the channel for everybody who may have written. */
  readonly optOut: boolean;
  /** A hold with a reason of its own, on everybody who may have written; it ends when a person ends it. */
  readonly hold: SaidHold | null;
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
  /** Day and amount of a promise in the debtor's own words. */
  readonly promised?: SaidPromise | null;
}

/**
 * What stops everything until a person decides. Such a hold has a reason of its own, so that it outlives the case: resolving a conversation does
 * not make anybody well.
 */
const HOLDS: Readonly<Partial<Record<Meaning, SaidHold>>> = {
  self_harm: { reason: "distress", of: "debtor" },
  deceased: { reason: "deceased", of: "debtor" },
  adviser: { reason: "adviser", of: "debtor" },
  court: { reason: "legal", of: "debtor" },
  regulator: { reason: "grievance", of: "debtor" },
  illness: { reason: "illness", of: "debtor" },
  hardship: { reason: "hardship", of: "debtor" },
  wrong_person: { reason: "wrong_person", of: "debtor" },
  dispute: { reason: "dispute", of: "answered_debts" },
  already_paid: { reason: "already_paid", of: "answered_debts" },
};
const NOTHING: Reaction = { optOut: false, hold: null, person: null, pause: false, reply: null, agreement: null };

/** Pure and total. Whatever no rule is sure of calls a person and pauses. */
export function reactionTo(situation: Situation): Reaction {
  const { interpretation, writerKnown } = situation;
  const { meaning, also = [] } = interpretation;
  const optOut = meaning === "opt_out" || also.includes("opt_out");
  const hold = [meaning, ...also].map((said) => HOLDS[said] ?? null).find((said) => said !== null) ?? null;
  // Nobody knows to whom an answer would go. An objection counts for everybody it may have come from, and so does what stops everything.
  if (!writerKnown) return { ...NOTHING, optOut, hold: hold?.of === "debtor" ? hold : null, person: "shared_number" };
  const reaction = main(situation);
  return { ...reaction, optOut, hold, pause: reaction.pause && hold === null };
}

function main({ interpretation, hasText, owes, agreeable, promised }: Situation): Reaction {
  const { meaning, whole, also = [] } = interpretation;
  switch (meaning) {
    case "opt_out":
      return { ...NOTHING, person: whole ? null : "opt_out", reply: "opt_out_confirmed" };
    case "already_paid":
      return { ...NOTHING, person: "already_paid", reply: "already_paid_received" };
    case "dispute":
      return { ...NOTHING, person: "dispute", reply: "dispute_received" };
    case "wrong_person":
      return { ...NOTHING, person: "wrong_person", reply: "wrong_person_apology" };
    // Somebody else reads along: what the matter is, is not said.
    case "shared_number":
      return { ...NOTHING, person: "shared_number", pause: true };
    case "pay_now":
      return owes ? { ...NOTHING, reply: "pay_link" } : called("pay_now");
    case "remind_me":
    case "more_time":
      return agreeable ? agreedOrCalled(agreementFor({ meaning }, agreeable, PROMISE_TERMS)) : called(meaning);
    case "day":
      return agreeable
        ? agreedOrCalled(agreementFor({ meaning, day: interpretation.day ?? null }, agreeable, PROMISE_TERMS))
        : called("unclear");
    case "promise":
    case "partial_promise":
      // More is said than what can be agreed on by itself.
      return agreeable && promised && !also.some((said) => HOLDS[said] || said === "payment_plan")
        ? agreedOrCalled(agreementFor({ meaning: "promise", ...promised }, agreeable, PROMISE_TERMS))
        : called("promise_in_words");
    // Thanks, a greeting, the weather: nothing is done about them.
    case "acknowledgement":
    case "unrelated":
      return NOTHING;
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

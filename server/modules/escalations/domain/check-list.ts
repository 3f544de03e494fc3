import { type CaseReason } from "./case-reason.js";

/** What is to be done in a case. Those that Saldo sees by itself tick themselves. */
export const CASE_POINTS = [
  "hold",
  "answer",
  "find_payment",
  "check_number",
  "decide_claim",
  "offer_help",
  "talk_to_representative",
  "tell_supervisor",
  "agree_day",
  "decide_hold",
  "tell_outcome",
] as const;
export type CasePoint = (typeof CASE_POINTS)[number];

const OF: Readonly<Partial<Record<CaseReason, readonly CasePoint[]>>> = {
  self_harm: ["hold", "answer", "tell_supervisor", "decide_hold"],
  deceased: ["hold", "answer", "talk_to_representative", "decide_hold"],
  adviser: ["hold", "talk_to_representative", "decide_hold"],
  court: ["hold", "tell_supervisor", "decide_hold"],
  regulator: ["hold", "tell_supervisor", "answer", "decide_hold"],
  illness: ["hold", "answer", "offer_help", "decide_hold"],
  hardship: ["hold", "answer", "offer_help", "decide_hold"],
  complaint: ["answer", "tell_supervisor", "tell_outcome"],
  threat: ["answer", "tell_supervisor"],
  dispute: ["hold", "decide_claim", "tell_outcome"],
  already_paid: ["hold", "find_payment", "tell_outcome"],
  wrong_person: ["hold", "check_number", "tell_outcome"],
  shared_number: ["check_number", "answer"],
  broken_promises: ["answer", "agree_day"],
  payment_plan: ["answer", "agree_day", "tell_outcome"],
  promise_in_words: ["agree_day", "tell_outcome"],
  more_time: ["agree_day", "tell_outcome"],
};

/** What Saldo knows by itself. */
export interface SeenFacts {
  readonly held: boolean;
  readonly answered: boolean;
  readonly paidSince: boolean;
  readonly promised: boolean;
  readonly undecidedHold: boolean;
}

export interface PointState {
  readonly check: CasePoint;
  readonly done: boolean;
  /** Null: Saldo ticked it, or nobody has. */
  readonly by: string | null;
  readonly at: number | null;
}

/** The list of a case with what is done: by what happened, or by a person's tick. */
export function checkListOf(
  reason: CaseReason,
  facts: SeenFacts,
  ticks: ReadonlyMap<string, { readonly by: string; readonly at: number }>,
): readonly PointState[] {
  return (OF[reason] ?? ["answer"]).map((check) => {
    const tick = ticks.get(check) ?? null;
    return { check, done: tick !== null || seen(check, facts), by: tick?.by ?? null, at: tick?.at ?? null };
  });
}

/** Whether a person may tick it: what Saldo sees by itself is not a matter of opinion. */
export function isTicked(check: CasePoint): boolean {
  return !["hold", "answer", "find_payment", "agree_day", "decide_hold"].includes(check);
}

function seen(check: CasePoint, facts: SeenFacts): boolean {
  switch (check) {
    case "hold":
      return facts.held;
    case "answer":
      return facts.answered;
    case "find_payment":
      return facts.paidSince;
    case "agree_day":
      return facts.promised || facts.paidSince;
    case "decide_hold":
      return !facts.undecidedHold;
    default:
      return false;
  }
}

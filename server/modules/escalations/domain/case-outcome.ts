import type { CaseReason } from "./case-reason.js";

/**
 * What a case ended with. `paid`: the money is there; `promised`: a promise stands; `plan`: instalments were agreed on; `corrected`: the balance was wrong and is right
 * now; `accepted`, `rejected`: what the debtor claimed; `informed`: the question was answered; `passed_on`: somebody outside the desk has it now;
 * `unreachable`: nobody answered; `nothing`: there was nothing to do.
 */
export const CASE_OUTCOMES = [
  "paid",
  "promised",
  "plan",
  "corrected",
  "accepted",
  "rejected",
  "informed",
  "passed_on",
  "unreachable",
  "nothing",
] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

const CLAIM: readonly CaseOutcome[] = ["accepted", "rejected", "corrected", "paid", "promised", "passed_on", "unreachable"];
const SENSITIVE: readonly CaseOutcome[] = ["plan", "promised", "passed_on", "informed", "corrected", "unreachable", "nothing"];
const MONEY: readonly CaseOutcome[] = ["paid", "promised", "plan", "informed", "unreachable", "nothing"];

/** What a case of this reason can end with, the likeliest first. */
export function outcomesOf(reason: CaseReason): readonly CaseOutcome[] {
  switch (reason) {
    case "dispute":
    case "already_paid":
    case "wrong_person":
    case "shared_number":
      return CLAIM;
    case "self_harm":
    case "deceased":
    case "adviser":
    case "court":
    case "regulator":
    case "illness":
    case "hardship":
    case "complaint":
    case "threat":
      return SENSITIVE;
    default:
      return MONEY;
  }
}

/**
 * Why a person is called, gravest first. A case that is called again keeps the gravest reason.
 * `self_harm`: talks of ending their life; `court`: also insolvency; `promise_in_words`: promises what cannot be taken by itself;
 * `blocked`: the helpdesk drops what the debtor writes, so that nothing is sent;
 * `opt_out`: asked not to be written to and said more than that; `pay_now`: wants to pay and Saldo knows of nothing to pay; `no_text`: a picture,
 * a recording, a file; `broken_promises`: did not keep two promises, and the next agreement is a person's; `shared_number`: the number belongs to several debtors or to none for sure, so that nothing was done but calling.
 */
export const CASE_REASONS = [
  "self_harm",
  "deceased",
  "adviser",
  "court",
  "regulator",
  "illness",
  "hardship",
  "complaint",
  "threat",
  "dispute",
  "wrong_person",
  "already_paid",
  "opt_out",
  "shared_number",
  "blocked",
  "talk_to_person",
  "broken_promises",
  "payment_plan",
  "promise_in_words",
  "more_time",
  "pay_now",
  "question",
  "remind_me",
  "no_text",
  "unclear",
] as const;

export type CaseReason = (typeof CASE_REASONS)[number];

export function graver(one: CaseReason, other: CaseReason): CaseReason {
  return CASE_REASONS.indexOf(one) <= CASE_REASONS.indexOf(other) ? one : other;
}

/** What a row says; a reason of a newer version reads as `unclear`. */
export function caseReasonOf(text: string): CaseReason {
  return CASE_REASONS.find((reason) => reason === text) ?? "unclear";
}

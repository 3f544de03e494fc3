/** How a call ended. `reached`: the debtor; `wrong_person`: somebody else who is not the debtor. */
export const CALL_OUTCOMES = ["reached", "no_answer", "voicemail", "wrong_person", "third_party"] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

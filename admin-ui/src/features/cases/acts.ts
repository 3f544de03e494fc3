/** The verbs of a case about its debt, in the order they stand. */
export const CASE_ACTS = ["payment", "promise", "hold"] as const;
export type CaseActName = (typeof CASE_ACTS)[number];

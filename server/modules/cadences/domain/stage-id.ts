/** Age bands, as in the portfolio's stage rule and the template library. */
export type StageId = "pre_due" | "due" | "d1_30" | "d31_90" | "d91_plus";

/** Age bands, youngest first, as in the portfolio's stage rule. Also the folders of the library. */
export const STAGES = ["pre_due", "due", "d1_30", "d31_90", "d91_plus"] as const;

export type StageId = (typeof STAGES)[number];

/** Age bands of a debt, youngest first: before the due date, on it, and days after it. Also the folders of the template library. */
export const STAGES = ["pre_due", "due", "d1_30", "d31_90", "d91_plus"] as const;

export type StageId = (typeof STAGES)[number];
